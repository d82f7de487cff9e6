// What a CRM's back end in Java (17 or later) does so that a page may show one client: the client's reference, the
// credential that opens the client's record, and where the record is. In the method that the page asks (with Spring):
//
//   @GetMapping("/clients/{number}/limpide")
//   ResponseEntity<Credential> limpide(@PathVariable String number, Principal user) throws Exception {
//     // Here, before anything is derived: may this user see this client? The book can't know.
//     if (!mayRead(user, number)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
//     var manifest = Credential.readManifest(Files.readString(Path.of("/srv/book/manifest.json")));
//     var answer = Credential.of(secret, manifest.epoch(), manifest.shards(), number);
//     return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
//   }
//
// To try it, under a UTF-8 locale:
//   LIMPIDE_BOOK_SECRET=<base64url> java Credential.java <manifest.json, or - for standard input> <client's number>
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public record Credential(String ref, String credential, String shard) {
  private static final String FORMAT = "limpide-book/1";

  public record Manifest(String epoch, long shards) {}

  /** @param text 32 bytes as base64url without padding */
  public static byte[] readSecret(String text) {
    if (text == null || !text.matches("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]"))
      throw new IllegalArgumentException("the master secret isn't 32 bytes of base64url");
    return Base64.getUrlDecoder().decode(text);
  }

  /** The book's epoch and number of shards. A new epoch may come at any time: read it for each request. */
  public static Manifest readManifest(String json) {
    byte[] header = Base64.getUrlDecoder().decode(find("\"header\"\\s*:\\s*\"([A-Za-z0-9_-]+)\"", json));
    String told = new String(header, StandardCharsets.UTF_8);
    find("\"format\"\\s*:\\s*\"(" + FORMAT + ")\"", told);
    String shards = find("\"shards\"\\s*:\\s*([1-9][0-9]*)\\s*[,}]", told);
    return new Manifest(find("\"epoch\"\\s*:\\s*\"(e[0-9a-f]+)\"", told), Long.parseLong(shards));
  }

  /** The JDK reads no JSON; where your framework does, let it. */
  private static String find(String pattern, String json) {
    var found = Pattern.compile(pattern).matcher(json);
    if (!found.find()) throw new IllegalArgumentException("the manifest isn't one of " + FORMAT);
    return found.group(1);
  }

  /** @param client the client's number as the book was published with it */
  public static Credential of(byte[] secret, String epoch, long shards, String client) throws GeneralSecurityException {
    // HMAC fills a short key with zeros, so 32 of them are the empty salt, which the JDK refuses as a key.
    byte[] refKey = derive(secret, new byte[32], "ref");
    String ref = base64url(Arrays.copyOf(hmac(refKey, client.getBytes(StandardCharsets.UTF_8)), 16));
    String key = base64url(derive(secret, epoch.getBytes(StandardCharsets.UTF_8), "record " + ref));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(ref.getBytes(StandardCharsets.UTF_8));
    long shard = Integer.toUnsignedLong(ByteBuffer.wrap(digest).getInt()) % shards;
    return new Credential(ref, epoch + "." + key, String.format("records/%05x.bin", shard));
  }

  /** HKDF-SHA-256 (RFC 5869): 32 bytes are one block of it. */
  private static byte[] derive(byte[] secret, byte[] salt, String purpose) throws GeneralSecurityException {
    return hmac(hmac(salt, secret), (FORMAT + " " + purpose + "\u0001").getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] hmac(byte[] key, byte[] data) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(data);
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What a log may hold: the ref, not the key. */
  @Override
  public String toString() {
    return ref;
  }

  public static void main(String[] args) {
    try {
      if (args.length != 2 || args[1].isEmpty())
        throw new IOException("usage: java Credential.java <manifest.json or -> <client>");
      byte[] secret = readSecret(System.getenv("LIMPIDE_BOOK_SECRET"));
      byte[] bytes = args[0].equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(args[0]));
      Manifest manifest = readManifest(new String(bytes, StandardCharsets.UTF_8));
      Credential told = of(secret, manifest.epoch(), manifest.shards(), args[1]);
      String json = "{\"ref\":\"%s\",\"credential\":\"%s\",\"shard\":\"%s\"}%n";
      System.out.printf(json, told.ref, told.credential, told.shard);
    } catch (Exception error) {
      System.err.println(error);
      System.exit(1);
    }
  }
}
