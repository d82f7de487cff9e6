<?php
// For PHP's own server, which serves one folder: the scripts of this one, and what a web server serves as files.
//
//   php -S 127.0.0.1:8080 examples/php/router.php

declare(strict_types=1);

$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');
if ($path === '/' || $path === '/php/' || $path === '/php/credential.php') {
    require __DIR__ . ($path === '/php/credential.php' ? '/credential.php' : '/index.php');
    return;
}
if ($path === '/favicon.ico') {
    http_response_code(204);
    return;
}

$folders = [
    '/book/' => getenv('LIMPIDE_BOOK') ?: __DIR__ . '/../../dist/book',
    '/widgets/' => getenv('LIMPIDE_WIDGETS') ?: __DIR__ . '/../../widgets/dist',
    '/hosts/' => __DIR__ . '/../hosts',
    '/php/' => __DIR__
];
$types = ['js' => 'text/javascript', 'css' => 'text/css', 'json' => 'application/json', 'bin' => 'application/octet-stream'];
foreach ($folders as $prefix => $folder) {
    $file = realpath($folder . '/' . substr($path, strlen($prefix)));
    $type = $types[pathinfo($path, PATHINFO_EXTENSION)] ?? null;
    $inside = $file !== false && str_starts_with($file, realpath($folder) . '/') && is_file($file);
    if (str_starts_with($path, $prefix) && $inside && $type !== null) {
        header("Content-Type: $type");
        readfile($file);
        return;
    }
}
http_response_code(404);
