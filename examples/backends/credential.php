<?php
// What a CRM's back end in PHP (8.0 or later, 64-bit) does so that a page may show one client: the client's reference,
// the credential that opens the client's record, and where the record is. In the script that the page asks:
//
//   // Here, before anything is derived: may this user see this client? The book can't know.
//   if (!may_read($_SESSION['user'], $_GET['number'])) { http_response_code(403); exit; }
//   ['epoch' => $epoch, 'shards' => $shards] = limpide_manifest(file_get_contents('/srv/book/manifest.json'));
//   header('Content-Type: application/json');
//   header('Cache-Control: no-store');
//   echo json_encode(limpide_credential($secret, $epoch, $shards, $_GET['number'])); // and never into a log
//
// To try it:
//   LIMPIDE_BOOK_SECRET=<base64url> php credential.php <manifest.json, or - for standard input> <client's number>

declare(strict_types=1);

const LIMPIDE_FORMAT = 'limpide-book/1';

/** 32 bytes, given as base64url without padding. */
function limpide_secret(#[\SensitiveParameter] string $text): string
{
    if (!preg_match('/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/D', $text)) {
        throw new InvalidArgumentException("the master secret isn't 32 bytes of base64url");
    }
    return base64_decode(strtr($text, '-_', '+/'));
}

/** The book's epoch and number of shards. A new epoch may come at any time: read it for each request. */
function limpide_manifest(string $json): array
{
    $header = json_decode($json, true, 512, JSON_THROW_ON_ERROR)['header'] ?? '';
    $header = json_decode(base64_decode(strtr($header, '-_', '+/')), true, 512, JSON_THROW_ON_ERROR);
    [$format, $epoch, $shards] = [$header['format'] ?? '', $header['epoch'] ?? '', $header['shards'] ?? 0];
    if ($format !== LIMPIDE_FORMAT || !preg_match('/^e[0-9a-f]+$/D', $epoch) || !is_int($shards) || $shards <= 0) {
        throw new UnexpectedValueException("the manifest isn't one of " . LIMPIDE_FORMAT);
    }
    return ['epoch' => $epoch, 'shards' => $shards];
}

/** $client: the client's number as the book was published with it, as UTF-8 text. */
function limpide_credential(#[\SensitiveParameter] string $secret, string $epoch, int $shards, string $client): array
{
    $derive = fn($salt, $purpose) => hash_hkdf('sha256', $secret, 32, LIMPIDE_FORMAT . " $purpose", $salt);
    $base64url = fn($bytes) => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
    $ref = $base64url(substr(hash_hmac('sha256', $client, $derive('', 'ref'), true), 0, 16));
    $key = $base64url($derive($epoch, "record $ref"));
    $shard = unpack('N', hash('sha256', $ref, true))[1] % $shards;
    return ['ref' => $ref, 'credential' => "$epoch.$key", 'shard' => sprintf('records/%05x.bin', $shard)];
}

if (PHP_SAPI === 'cli' && realpath($_SERVER['argv'][0]) === __FILE__) {
    try {
        [, $file, $client] = $_SERVER['argv'] + [1 => '', 2 => ''];
        if ($client === '') throw new Exception('usage: php credential.php <manifest.json or -> <client>');
        $secret = limpide_secret((string) getenv('LIMPIDE_BOOK_SECRET'));
        $json = @file_get_contents($file === '-' ? 'php://stdin' : $file);
        if ($json === false) throw new Exception("$file can't be read");
        ['epoch' => $epoch, 'shards' => $shards] = limpide_manifest($json);
        echo json_encode(limpide_credential($secret, $epoch, $shards, $client), JSON_UNESCAPED_SLASHES), "\n";
    } catch (Throwable $error) {
        fwrite(STDERR, $error->getMessage() . "\n");
        exit(1);
    }
}
