<?php
// What a web server's rewrite rules do: files and admin pages as they are, every other address to WordPress.
$base = getenv('WP_PATH');
$root = $_SERVER['DOCUMENT_ROOT'];
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');

if (str_contains($path, '..')) {
    http_response_code(400);
    return true;
}
if (is_file($root . $path)) {
    return false;
}
if ($path !== "$base/" && is_file(rtrim($root . $path, '/') . '/index.php')) {
    if (str_ends_with($path, '/')) {
        return false;
    }
    header("Location: $path/", true, 301);
    return true;
}
if (!str_starts_with("$path/", "$base/")) {
    http_response_code(404);
    echo 'Nothing here: the blog is elsewhere.';
    return true;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = "$base/index.php";
$_SERVER['SCRIPT_FILENAME'] = "$root$base/index.php";
chdir($root . $base);
require "$root$base/index.php";
return true;
