<?php
// A back end in PHP (8.0 or later, 64-bit, with the openssl and zlib extensions) may read the book too, to print a
// letter for instance: limpide_open_record gives the JSON text of one client's record from the bytes of its shard.
// $ref, $credential and the shard's place come from credential.php.
//
// To try it: LIMPIDE_CREDENTIAL=<credential> php open-record.php <book>/<epoch>/records/<shard>.bin <ref>

declare(strict_types=1);

/** Throws where the shard isn't whole, holds no such record, or the credential is for another. */
function limpide_open_record(string $shard, #[\SensitiveParameter] string $credential, string $ref): string
{
    if (!preg_match('/^(e[0-9a-f]+)\.([A-Za-z0-9_-]{43})$/D', $credential, $parts)) {
        throw new InvalidArgumentException("this isn't a credential");
    }
    $body = substr($shard, 0, -32);
    if (substr($shard, 0, 4) !== 'LBS1' || hash('sha256', $body, true) !== substr($shard, -32)) {
        throw new UnexpectedValueException("this isn't a whole shard");
    }
    $tag = substr(hash('sha256', $ref, true), 4, 16);
    $entries = $start = 6 + 28 * unpack('n', $body, 4)[1];
    for ($entry = 6; $entry < $entries; $entry += 28) {
        $length = unpack('N', $body, $entry + 24)[1];
        if (substr($body, $entry, 16) === $tag) {
            $key = base64_decode(strtr($parts[2], '-_', '+/'));
            return limpide_unseal(substr($body, $start, $length), $parts[1], $key, $ref);
        }
        $start += $length;
    }
    throw new OutOfBoundsException('the shard holds no record of this ref');
}

/** Opens nonce (12 bytes), AES-256-GCM, tag (16 bytes); inside are a length, so much deflated JSON, and padding. */
function limpide_unseal(string $sealed, string $epoch, #[\SensitiveParameter] string $key, string $ref): string
{
    [$nonce, $hidden, $tag] = [substr($sealed, 0, 12), substr($sealed, 12, -16), substr($sealed, -16)];
    $associated = "limpide-book/1 record\n$epoch\n$ref";
    $plain = openssl_decrypt($hidden, 'aes-256-gcm', $key, OPENSSL_RAW_DATA, $nonce, $tag, $associated);
    if ($plain === false) throw new UnexpectedValueException('the credential is for another record, or another epoch');
    return gzinflate(substr($plain, 4, unpack('N', $plain)[1]));
}

if (PHP_SAPI === 'cli' && realpath($_SERVER['argv'][0]) === __FILE__) {
    try {
        [, $file, $ref] = $_SERVER['argv'] + [1 => '', 2 => ''];
        if ($ref === '') throw new Exception("usage: php open-record.php <shard's file> <ref>");
        $shard = @file_get_contents($file);
        if ($shard === false) throw new Exception("$file can't be read");
        echo limpide_open_record($shard, (string) getenv('LIMPIDE_CREDENTIAL'), $ref);
    } catch (Throwable $error) {
        fwrite(STDERR, $error->getMessage() . "\n");
        exit(1);
    }
}
