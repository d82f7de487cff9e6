<?php
// What the page and the credential's script share: who is signed in, whom they may see, and the client book.

declare(strict_types=1);

require_once __DIR__ . '/../backends/credential.php';

session_start(['cookie_httponly' => true, 'cookie_samesite' => 'Strict']);

/** The clients of whoever is signed in, by their number. A CRM asks its database. */
function clients(): array
{
    return ['100001' => 'Camille Rousseau', '100002' => 'Youssef Benali', '100003' => 'Anne-Lise Morel'];
}

/** A client's reference and credential in the book as it is now. */
function limpide(string $number): array
{
    $manifest = file_get_contents((getenv('LIMPIDE_BOOK') ?: __DIR__ . '/../../dist/book') . '/manifest.json');
    ['epoch' => $epoch, 'shards' => $shards] = limpide_manifest($manifest);
    return limpide_credential(limpide_secret(secret($manifest)), $epoch, $shards, $number);
}

/** The master secret of a sealed book comes from the server's environment; the open one of the demonstration holds its own. */
function secret(string $manifest): string
{
    $header = json_decode(base64_decode(strtr(json_decode($manifest, true)['header'], '-_', '+/')), true);
    return getenv('LIMPIDE_BOOK_SECRET') ?: $header['protection']['secret'] ?? '';
}
