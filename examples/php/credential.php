<?php
// Gives the credential of one of the advisor's clients to the page's script.

declare(strict_types=1);

require __DIR__ . '/session.php';

header('Cache-Control: no-store');
header('Content-Type: text/plain');

// Before anything is derived: who asks, and may they see this client? The book can't know.
$allowed = isset($_SESSION['advisor']) && $_SERVER['REQUEST_METHOD'] === 'POST' ? array_keys(clients()) : [];
foreach ($allowed as $number) {
    ['ref' => $ref, 'credential' => $credential] = limpide((string) $number);
    if (hash_equals($ref, (string) ($_POST['ref'] ?? ''))) exit($credential);
}
http_response_code(403);
