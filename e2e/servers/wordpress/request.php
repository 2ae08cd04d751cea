<?php
// Makes a command-line script look to WordPress like a request to the site's front page.
$address = parse_url(getenv('WP_URL'));
$_SERVER = [
    'HTTP_HOST' => $address['host'] . ':' . $address['port'],
    'SERVER_NAME' => $address['host'],
    'SERVER_PROTOCOL' => 'HTTP/1.1',
    'REQUEST_METHOD' => 'GET',
    'REQUEST_URI' => getenv('WP_PATH') . '/',
] + $_SERVER;
