<?php
// php users.php SITE: sets the site up for tests and prints its addresses and one user per role as JSON.
require __DIR__ . '/request.php';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';

global $wp_rewrite;
$wp_rewrite->set_permalink_structure(getenv('WP_PERMALINKS') === 'plain' ? '' : '/%year%/%monthnum%/%postname%/');
$wp_rewrite->flush_rules(false);
update_option('timezone_string', '');
update_option('gmt_offset', 0);
update_option('default_pingback_flag', '');
update_option('default_ping_status', 'closed');

$users = [];
foreach (['admin' => 'administrator', 'editor' => 'editor', 'author' => 'author', 'contributor' => 'contributor', 'subscriber' => 'subscriber'] as $login => $role) {
    $password = bin2hex(random_bytes(12));
    $id = username_exists($login) ?: wp_insert_user(['user_login' => $login, 'user_pass' => $password, 'user_email' => "$login@example.test", 'role' => $role]);
    wp_set_password($password, $id);
    [$applicationPassword] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'Tests']);
    $users[$login] = [
        'id' => $id,
        'login' => $login,
        'password' => $password,
        'applicationPassword' => WP_Application_Passwords::chunk_password($applicationPassword),
    ];
}
echo json_encode(['rest' => get_rest_url(), 'version' => wp_get_wp_version(), 'users' => $users], JSON_UNESCAPED_SLASHES);
