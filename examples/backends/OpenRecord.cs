// A back end on .NET (8 or later) may read the book too, to print a letter for instance: OpenRecord.Open gives the JSON
// text of one client's record from the bytes of its shard. The ref, the credential and the shard's place come from
// Credential.cs.
//
// To try it, in a console project in place of Program.cs:
//   LIMPIDE_CREDENTIAL=<credential> dotnet run -- <book>/<epoch>/records/<shard>.bin <ref>
using System;
using System.Buffers.Binary;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

public static class OpenRecord
{
    /// <exception cref="InvalidDataException">the shard isn't whole, or holds no such record</exception>
    /// <exception cref="CryptographicException">the credential is for another record, or another epoch</exception>
    public static string Open(byte[] shard, string credential, string reference)
    {
        var parts = Regex.Match(credential, @"^(e[0-9a-f]+)\.([A-Za-z0-9_-]{43})\z");
        if (!parts.Success) throw new ArgumentException("this isn't a credential");
        var key = Convert.FromBase64String(parts.Groups[2].Value.Replace('-', '+').Replace('_', '/') + "=");
        if (shard.Length < 38 || Encoding.Latin1.GetString(shard[..4]) != "LBS1"
            || !SHA256.HashData(shard[..^32]).SequenceEqual(shard[^32..]))
            throw new InvalidDataException("this isn't a whole shard");
        var tag = SHA256.HashData(Encoding.UTF8.GetBytes(reference))[4..20];
        var entries = 6 + 28 * BinaryPrimitives.ReadUInt16BigEndian(shard[4..6]);
        for (int entry = 6, start = entries; entry < entries; entry += 28)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(shard[(entry + 24)..(entry + 28)]);
            if (tag.SequenceEqual(shard[entry..(entry + 16)]))
                return Unseal(shard[start..(start + length)], parts.Groups[1].Value, key, reference);
            start += length;
        }
        throw new InvalidDataException("the shard holds no record of this ref");
    }

    /// <summary>Opens nonce (12 bytes), AES-256-GCM, tag (16); inside: a length, deflated JSON, padding.</summary>
    private static string Unseal(byte[] data, string epoch, byte[] key, string reference)
    {
        var associated = Encoding.UTF8.GetBytes($"limpide-book/1 record\n{epoch}\n{reference}");
        var plain = new byte[data.Length - 28];
        using var aes = new AesGcm(key, 16);
        aes.Decrypt(data[..12], data[12..^16], data[^16..], plain, associated);
        var length = (int)BinaryPrimitives.ReadUInt32BigEndian(plain[..4]);
        using var deflated = new DeflateStream(new MemoryStream(plain, 4, length), CompressionMode.Decompress);
        using var reader = new StreamReader(deflated, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static int Main(string[] args)
    {
        try
        {
            if (args.Length != 2) throw new ArgumentException("usage: <shard's file> <ref>");
            var credential = Environment.GetEnvironmentVariable("LIMPIDE_CREDENTIAL") ?? "";
            using var output = Console.OpenStandardOutput();
            output.Write(Encoding.UTF8.GetBytes(Open(File.ReadAllBytes(args[0]), credential, args[1])));
            return 0;
        }
        catch (Exception error)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }
}
