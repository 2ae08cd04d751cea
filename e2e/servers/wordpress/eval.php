<?php
// php eval.php SITE: runs the code on standard input inside WordPress, with $input decoded from $WP_INPUT.
require __DIR__ . '/request.php';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
// WordPress has turned it off for its pages; here the caller wants to read what went wrong.
ini_set('display_errors', 'stderr');
$input = json_decode(getenv('WP_INPUT') ?: 'null', true);
eval(stream_get_contents(STDIN));
