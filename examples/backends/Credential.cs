// What a CRM's back end on .NET (8 or later) does so that a page may show one client: the client's reference, the
// credential that opens the client's record, and where the record is. In the method that the page asks (ASP.NET Core):
//
//   app.MapGet("/clients/{number}/limpide", (string number, HttpContext context) =>
//   {
//       // Here, before anything is derived: may this user see this client? The book can't know.
//       if (!MayRead(context.User, number)) return Results.Forbid();
//       var (epoch, shards) = BookCredential.ReadManifest(File.ReadAllText("/srv/book/manifest.json"));
//       context.Response.Headers.CacheControl = "no-store";
//       return Results.Json(BookCredential.For(secret, epoch, shards, number)); // and never into a log
//   }).RequireAuthorization();
//
// To try it, in a console project in place of Program.cs:
//   LIMPIDE_BOOK_SECRET=<base64url> dotnet run -- <manifest.json, or - for standard input> <client's number>
using System;
using System.Buffers.Binary;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

public sealed record BookCredential(string Ref, string Credential, string Shard)
{
    private const string Format = "limpide-book/1";

    /// <param name="text">32 bytes as base64url without padding</param>
    public static byte[] ReadSecret(string text)
    {
        if (!Regex.IsMatch(text, @"^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]\z"))
            throw new ArgumentException("the master secret isn't 32 bytes of base64url");
        return FromBase64Url(text);
    }

    /// <summary>The book's epoch and number of shards. A new epoch may come: read it for each request.</summary>
    public static (string Epoch, uint Shards) ReadManifest(string json)
    {
        using var manifest = JsonDocument.Parse(json);
        var text = manifest.RootElement.GetProperty("header").GetString() ?? "";
        using var document = JsonDocument.Parse(FromBase64Url(text));
        var header = document.RootElement;
        var epoch = header.GetProperty("epoch").GetString() ?? "";
        var shards = header.GetProperty("shards").GetUInt32();
        var format = header.GetProperty("format").GetString();
        if (format != Format || !Regex.IsMatch(epoch, @"^e[0-9a-f]+\z") || shards == 0)
            throw new InvalidDataException("the manifest isn't one of " + Format);
        return (epoch, shards);
    }

    /// <param name="client">the client's number as the book was published with it</param>
    public static BookCredential For(byte[] secret, string epoch, uint shards, string client)
    {
        byte[] Derive(string salt, string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32,
            Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(Format + " " + purpose));
        var reference = ToBase64Url(HMACSHA256.HashData(Derive("", "ref"), Encoding.UTF8.GetBytes(client))[..16]);
        var key = ToBase64Url(Derive(epoch, "record " + reference));
        var shard = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(reference))) % shards;
        return new BookCredential(reference, epoch + "." + key, $"records/{shard:x5}.bin");
    }

    private static string ToBase64Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] FromBase64Url(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));

    /// <summary>What a log may hold: the ref, not the key.</summary>
    public override string ToString() => Ref;

    public static int Main(string[] args)
    {
        try
        {
            if (args.Length != 2 || args[1] == "") throw new ArgumentException("usage: <manifest.json or -> <client>");
            var secret = ReadSecret(Environment.GetEnvironmentVariable("LIMPIDE_BOOK_SECRET") ?? "");
            var (epoch, shards) = ReadManifest(args[0] == "-" ? Console.In.ReadToEnd() : File.ReadAllText(args[0]));
            var camel = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
            Console.WriteLine(JsonSerializer.Serialize(For(secret, epoch, shards, args[1]), camel));
            return 0;
        }
        catch (Exception error)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }
}
