#!/usr/bin/env bash
# A real WordPress 7.1 on this computer, with PHP's own web server and SQLite.
#
#   wordpress.sh prepare          fetch PHP and WordPress, once per computer
#   wordpress.sh create FOLDER    make a site with its users; writes FOLDER/site.json
#   wordpress.sh serve FOLDER     answer on the site's address until ended
#   wordpress.sh reset FOLDER     put the content back as it was created; the server may go on meanwhile
#   wordpress.sh php FOLDER       run the PHP code on standard input inside the site; $WP_INPUT is JSON for its $input
#
# Settings, the same for every verb of one site:
#   WP_URL            http://127.0.0.1:8701, or with a path to put the blog in a subdirectory
#   WP_PERMALINKS     pretty | plain
#   WP_UPLOAD_LIMIT   PHP's limit for one file and for one request, e.g. 2M
#
# The last line of an error on standard error says why in one sentence.
set -euo pipefail
export LC_ALL=C

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/rejoinder
wordpress=$cache/wordpress-7.1.1
export WP_URL=${WP_URL:-http://127.0.0.1:8701} WP_PERMALINKS=${WP_PERMALINKS:-pretty}

# WordPress and its SQLite driver, as an npm package carries them; the package itself is never run.
package=wp-studio@1.22.0
package_sha512=6e832d6a19218160ca2b2353040d6e4cae60867026c5784363a29e4023bd166708dffa3e60e4aaf09c185b96589f11c2c47d7825ffe60fa0894c1bd35a5d98b7

give_up() { echo "$1" >&2; exit 1; }

# ── prepare ──────────────────────────────────────────────────────────────────

php_is_ready() {
  command -v php >/dev/null && php -r '
    foreach (["pdo_sqlite", "sqlite3", "gd", "dom", "mbstring", "curl"] as $name) extension_loaded($name) or exit(1);'
}

install_php() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null ||
    give_up 'PHP with SQLite, GD, XML, mbstring and curl is not installed (Debian: apt-get install php-cli php-sqlite3 php-gd php-xml php-mbstring php-curl).'
  echo 'Installing PHP (apt-get)'
  export DEBIAN_FRONTEND=noninteractive
  local quietly=(apt-get -qq -o DPkg::Lock::Timeout=300)
  { "${quietly[@]}" update && "${quietly[@]}" install -y --no-install-recommends \
      php-cli php-sqlite3 php-gd php-xml php-mbstring php-curl; } >"$cache/apt.log" 2>&1 ||
    { tail -n 5 "$cache/apt.log" >&2; give_up 'PHP could not be installed with apt-get.'; }
}

fetch_wordpress() {
  echo "Fetching WordPress 7.1.1 (npm package $package, 67 MB, once)"
  work=$(mktemp -d "$cache/wordpress-XXXXXX")
  trap 'rm -rf "$work"' EXIT
  (cd "$work" && npm pack --silent --ignore-scripts "$package" >/dev/null) ||
    give_up "WordPress could not be fetched: npm pack $package failed."
  echo "$package_sha512  $(echo "$work"/*.tgz)" | sha512sum --check --quiet >&2 ||
    give_up "The npm package $package is not the one this project knows: its checksum differs."
  local files=package/dist/cli/wp-files
  mkdir "$work/made"
  tar -xzf "$work"/*.tgz -C "$work/made" --strip-components=4 --exclude='*.map' \
    "$files/latest/wordpress" "$files/sqlite-database-integration"
  rm -rf "$wordpress"
  mv "$work/made" "$wordpress"
}

prepare() {
  mkdir -p "$cache"
  exec 9>"$cache/wordpress.lock"
  flock 9
  php_is_ready || install_php
  [ -d "$wordpress" ] || fetch_wordpress
}

# ── one site ─────────────────────────────────────────────────────────────────

open_site() {
  export WP_FOLDER=${1:?a folder}
  local path=${WP_URL#*://*/}
  [ "$path" != "$WP_URL" ] || path=
  root=$WP_FOLDER/htdocs
  site=$root${path:+/$path}
  export WP_PATH=${path:+/$path}
  php=(php
    -d "upload_max_filesize=${WP_UPLOAD_LIMIT:-64M}" -d "post_max_size=${WP_UPLOAD_LIMIT:-64M}" -d memory_limit=512M
    -d "upload_tmp_dir=$WP_FOLDER/tmp" -d "sys_temp_dir=$WP_FOLDER/tmp"
    -d display_errors=stderr -d log_errors=0 -d sendmail_path=/bin/true
    # Files that a test drops in or changes count at the next request.
    -d opcache.enable_cli=1 -d opcache.revalidate_freq=0)
}

create() {
  mkdir -p "$site" "$WP_FOLDER"/{db,tmp}
  # Links where the file systems allow it: nothing writes to WordPress's own files.
  cp -al "$wordpress/latest/wordpress/." "$site/" 2>/dev/null || cp -a "$wordpress/latest/wordpress/." "$site/"
  local content=$site/wp-content
  cp -a "$wordpress/sqlite-database-integration" "$content/plugins/"
  sed -e "s#{SQLITE_IMPLEMENTATION_FOLDER_PATH}#$content/plugins/sqlite-database-integration#" \
      -e 's#{SQLITE_PLUGIN}#sqlite-database-integration/load.php#g' \
      "$content/plugins/sqlite-database-integration/db.copy" >"$content/db.php"
  rm -f "$site/wp-config.php"
  cp "$here/wordpress/wp-config.php" "$site/"
  mkdir -p "$content/uploads" "$content/mu-plugins"
  # Two processes: WordPress reads its options once, before they exist.
  "${php[@]}" "$here/wordpress/install.php" "$site" >&2
  "${php[@]}" "$here/wordpress/users.php" "$site" >"$WP_FOLDER/site.json"
  "${php[@]}" -r '$db = new SQLite3($argv[1]); $db->exec("PRAGMA wal_checkpoint(TRUNCATE)");' "$WP_FOLDER/db/wp.sqlite"
  cp "$WP_FOLDER/db/wp.sqlite" "$WP_FOLDER/fresh.sqlite"
}

serve() {
  cd "$root"
  # With one worker, every request WordPress makes to itself stalls for five seconds.
  export PHP_CLI_SERVER_WORKERS=4
  local address=${WP_URL#*://}
  # The display_errors of a command would end up in a page.
  exec "${php[@]}" -d display_errors=0 -d log_errors=1 -S "${address%%/*}" -t "$root" "$here/wordpress/router.php"
}

reset_content() {
  # SQLite's own backup, in place: readers never see half a database.
  "${php[@]}" -r '
    $fresh = new SQLite3($argv[1], SQLITE3_OPEN_READONLY);
    $live = new SQLite3($argv[2]);
    $live->busyTimeout(10000);
    exit($fresh->backup($live) ? 0 : 1);' "$WP_FOLDER/fresh.sqlite" "$WP_FOLDER/db/wp.sqlite"
  rm -rf "$site/wp-content/uploads" "$site/wp-content/mu-plugins"
  mkdir "$site/wp-content/uploads" "$site/wp-content/mu-plugins"
}

case ${1:-} in
  prepare) prepare ;;
  create) open_site "${2:-}"; create ;;
  serve) open_site "${2:-}"; serve ;;
  reset) open_site "${2:-}"; reset_content ;;
  php) open_site "${2:-}"; "${php[@]}" "$here/wordpress/eval.php" "$site" ;;
  *) sed -n '2,17s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
