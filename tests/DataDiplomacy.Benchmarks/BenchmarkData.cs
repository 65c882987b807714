using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DataDiplomacy.Benchmarks;

/// <summary>
/// The rows that every peer is measured on: indicators x 200 areas x 20 years, value and status drawn by splitmix64
/// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014), so that any language makes the same ones.
/// </summary>
public static class BenchmarkData
{
    public const int FullScale = 500;
    public const int Areas = 200;
    public const int FirstYear = 2005;
    public const int Years = 20;

    /// <summary>SHA-256 of the 2,000,000 rows of <see cref="FullScale"/>.</summary>
    public const string FullSha256 = "bc9b5bc1f63b99169bf955ae3627b538bb6fafe947956e000a27c280ccfd02ab";

    private const string Statuses = "AEFM";

    public static string Series(int indicator) => string.Create(CultureInfo.InvariantCulture, $"IND.{indicator:D4}");

    public static string Area(int area) => string.Create(CultureInfo.InvariantCulture, $"A{area:D3}");

    /// <summary>SHA-256 of the rows under their numbers, lower-case hex.</summary>
    public static string Sha256(int indicators)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("indicator_id,area_id,year,value,status\n"u8);
        foreach (var block in Blocks(indicators, (i, a) => string.Create(CultureInfo.InvariantCulture, $"{i},{a}")))
        {
            hash.AppendData(block.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes the same rows under the codes of series and areas, as an import reads them.</summary>
    public static async Task WriteAsync(string path, int indicators)
    {
        await using var file = File.Create(path);
        await file.WriteAsync("series,area,year,value,status\n"u8.ToArray());
        foreach (var block in Blocks(indicators, (i, a) => $"{Series(i)},{Area(a)}"))
        {
            await file.WriteAsync(block);
        }
    }

    /// <summary>One block of lines per indicator.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Blocks(int indicators, Func<int, int, string> key)
    {
        var block = new ArrayBufferWriter<byte>(1 << 18);
        for (var indicator = 1; indicator <= indicators; indicator++)
        {
            block.ResetWrittenCount();
            for (var area = 1; area <= Areas; area++)
            {
                var text = key(indicator, area);
                var seed = ((ulong)indicator * 1_000_003) + ((ulong)area * 1_009);
                for (var year = FirstYear; year < FirstYear + Years; year++)
                {
                    var drawn = Mix(seed + (ulong)year);
                    var value = (drawn >> 11) % 10_000_000;
                    Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
                        $"{text},{year},{value / 1000}.{value % 1000:D3},{Statuses[(int)(drawn & 3)]}\n"), block);
                }
            }

            yield return block.WrittenMemory;
        }
    }

    private static ulong Mix(ulong x)
    {
        unchecked
        {
            x += 0x9E3779B97F4A7C15;
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }
    }
}
