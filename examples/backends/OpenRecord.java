// A back end in Java (17 or later) may read the book too, to print a letter for instance: OpenRecord.open gives the
// JSON text of one client's record from the bytes of its shard. The ref, the credential and the shard's place come
// from Credential.java.
//
// To try it: LIMPIDE_CREDENTIAL=<credential> java OpenRecord.java <book>/<epoch>/records/<shard>.bin <ref>
import java.io.ByteArrayInputStream;
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
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

public final class OpenRecord {
  /** @throws IOException where the shard isn't whole, or holds no such record
   *  @throws GeneralSecurityException where the credential is for another record, or another epoch */
  public static String open(byte[] shard, String credential, String ref) throws GeneralSecurityException, IOException {
    var parts = Pattern.compile("(e[0-9a-f]+)\\.([A-Za-z0-9_-]{43})").matcher(credential);
    if (!parts.matches()) throw new IllegalArgumentException("this isn't a credential");
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    byte[] tag = Arrays.copyOfRange(sha256.digest(ref.getBytes(StandardCharsets.UTF_8)), 4, 20);
    int end = shard.length - 32;
    ByteBuffer view = ByteBuffer.wrap(shard);
    if (end < 6 || view.getInt(0) != 0x4c425331 /* "LBS1" */
        || !Arrays.equals(sha256.digest(Arrays.copyOf(shard, end)), Arrays.copyOfRange(shard, end, shard.length)))
      throw new IOException("this isn't a whole shard");
    int entries = 6 + 28 * Short.toUnsignedInt(view.getShort(4));
    for (int entry = 6, start = entries; entry < entries; entry += 28) {
      int length = view.getInt(entry + 24);
      if (Arrays.equals(shard, entry, entry + 16, tag, 0, 16)) {
        byte[] key = Base64.getUrlDecoder().decode(parts.group(2));
        return unseal(Arrays.copyOfRange(shard, start, start + length), parts.group(1), key, ref);
      }
      start += length;
    }
    throw new IOException("the shard holds no record of this ref");
  }

  /** Opens nonce (12 bytes), AES-256-GCM, tag (16 bytes); inside are a length, so much deflated JSON, and padding. */
  private static String unseal(byte[] sealed, String epoch, byte[] key, String ref)
      throws GeneralSecurityException, IOException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, sealed, 0, 12));
    cipher.updateAAD(("limpide-book/1 record\n" + epoch + "\n" + ref).getBytes(StandardCharsets.UTF_8));
    byte[] plain = cipher.doFinal(sealed, 12, sealed.length - 12);
    var deflated = new ByteArrayInputStream(plain, 4, ByteBuffer.wrap(plain).getInt());
    return new String(new InflaterInputStream(deflated, new Inflater(true)).readAllBytes(), StandardCharsets.UTF_8);
  }

  public static void main(String[] args) {
    try {
      if (args.length != 2) throw new IOException("usage: java OpenRecord.java <shard's file> <ref>");
      String credential = System.getenv().getOrDefault("LIMPIDE_CREDENTIAL", "");
      String json = open(Files.readAllBytes(Path.of(args[0])), credential, args[1]);
      System.out.writeBytes(json.getBytes(StandardCharsets.UTF_8));
    } catch (Exception error) {
      System.err.println(error);
      System.exit(1);
    }
  }
}
