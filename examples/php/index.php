<?php
// A client's page. PHP knows the client and prints the reference; the credential is asked for by the page's script.

declare(strict_types=1);

require __DIR__ . '/session.php';

// Signing in is left out: whoever opens the page is the advisor.
$_SESSION['advisor'] = 'Inès Fabre';

$language = ($_GET['lang'] ?? '') === 'en' ? 'en' : 'fr';
$number = (string) ($_GET['client'] ?? array_key_first(clients()));
if (!isset(clients()[$number])) {
    http_response_code(404);
    exit;
}
['ref' => $ref] = limpide($number);

// No nonce and no hash: widgets need no inline script and no inline style.
header("Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    . "img-src 'self'; base-uri 'none'; form-action 'none'; "
    . "require-trusted-types-for 'script'; trusted-types lit-html");
header('Cache-Control: no-store');

$link = fn($changes) => htmlspecialchars('?' . http_build_query($changes + ['client' => $number, 'lang' => $language]));
$current = fn($is) => $is ? ' aria-current="true"' : '';
?>
<!doctype html>
<html lang="<?= $language ?>">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Clients · PHP</title>
    <link rel="stylesheet" href="/hosts/crm.css">
    <script type="module" src="/widgets/limpide.js"></script>
    <script type="module" src="/php/page.js"></script>
  </head>
  <body>
    <header>
      <h1>Clients</h1>
      <nav>
        <ul>
          <?php foreach (clients() as $each => $name): ?>
            <li>
              <a href="<?= $link(['client' => $each]) ?>"<?= $current((string) $each === $number) ?>><?= htmlspecialchars($name) ?></a>
            </li>
          <?php endforeach ?>
        </ul>
      </nav>
      <nav>
        <a href="<?= $link(['lang' => 'fr']) ?>" lang="fr"<?= $current($language === 'fr') ?>>Français</a>
        <a href="<?= $link(['lang' => 'en']) ?>" lang="en"<?= $current($language === 'en') ?>>English</a>
      </nav>
    </header>
    <main>
      <div>
        <h2><?= htmlspecialchars(clients()[$number]) ?></h2>
        <p role="status"></p>
        <p class="looked"></p>
      </div>
      <limpide-score src="/book/" ref="<?= $ref ?>"></limpide-score>
      <limpide-reasons src="/book/" ref="<?= $ref ?>" selectable></limpide-reasons>
      <limpide-comparison src="/book/" ref="<?= $ref ?>"></limpide-comparison>
    </main>
  </body>
</html>
