<?php
// One site's configuration. What differs between sites comes from the environment of wordpress.sh, as does
// WP_ENVIRONMENT_TYPE, which WordPress reads by itself ("local" allows application passwords over plain http).
define('DB_NAME', 'wp');
define('DB_USER', '');
define('DB_PASSWORD', '');
define('DB_HOST', '');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('DB_DIR', getenv('WP_FOLDER') . '/db/');
define('DB_FILE', 'wp.sqlite');
$table_prefix = 'wp_';

foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    define($name . '_KEY', hash('sha256', __DIR__ . $name . 'key'));
    define($name . '_SALT', hash('sha256', __DIR__ . $name . 'salt'));
}

define('WP_HOME', getenv('WP_URL'));
define('WP_SITEURL', getenv('WP_URL'));

// Nothing leaves this computer, and nothing happens by itself: a test runs the clock (wp-cron.php).
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_AUTO_UPDATE_CORE', false);
define('DISABLE_WP_CRON', true);
define('FS_METHOD', 'direct');
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', getenv('WP_FOLDER') . '/debug.log');

if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
