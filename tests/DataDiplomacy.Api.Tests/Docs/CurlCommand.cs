using System.Text.RegularExpressions;

namespace DataDiplomacy.Api.Tests.Docs;

/// <summary>A curl command of the README: a URL and the few options that it uses; the line after it, <c># → TEXT</c>, is what the answer must contain.</summary>
public sealed partial record CurlCommand
{
    public required string Text { get; init; }

    public required string Method { get; init; }

    public required string Url { get; init; }

    public required IReadOnlyList<(string Name, string Value)> Headers { get; init; }

    public required string? Body { get; init; }

    /// <summary>The file that keeps the ETag from one call to the next, by <c>--etag-compare</c>.</summary>
    public required string? TagFile { get; init; }

    /// <summary>True when it prints the status (<c>-w '%{http_code}'</c>) and keeps the answer in a file.</summary>
    public required bool PrintsStatus { get; init; }

    public required string? Expected { get; init; }

    /// <summary>The commands of the fenced blocks marked <c>sh</c>.</summary>
    public static IReadOnlyList<CurlCommand> In(string markdown) =>
    [
        .. Blocks().Matches(markdown).SelectMany(b => ParseBlock(b.Groups["text"].Value)),
    ];

    private static IEnumerable<CurlCommand> ParseBlock(string block)
    {
        var lines = block.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("curl ", StringComparison.Ordinal))
            {
                var next = i + 1 < lines.Length && lines[i + 1].StartsWith("# → ", StringComparison.Ordinal) ? lines[i + 1][4..].Trim() : null;
                yield return Parse(lines[i], next);
            }
        }
    }

    private static CurlCommand Parse(string line, string? expected)
    {
        var words = Words().Matches(line).Select(m => m.Value.Trim('\'', '"')).Skip(1).ToList();
        var (method, url, body) = ("GET", "", (string?)null);
        var (tagFile, printsStatus) = ((string?)null, false);
        var headers = new List<(string, string)>();
        for (var i = 0; i < words.Count; i++)
        {
            switch (words[i])
            {
                case "-X": method = words[++i]; break;
                case "-d": (method, body) = (method == "GET" ? "POST" : method, words[++i]); break;
                case "-H":
                    var header = words[++i].Split(':', 2, StringSplitOptions.TrimEntries);
                    headers.Add((header[0], header[1]));
                    break;
                case "--etag-compare" or "--etag-save": tagFile = words[++i]; break;
                case "-o": i++; break;
                case "-w": printsStatus = words[++i].Contains("%{http_code}", StringComparison.Ordinal); break;
                case "-s" or "-i" or "-sS": break;
                case var option when option.StartsWith('-'): throw new NotSupportedException($"README uses curl {option}, which this test does not know.");
                default: url = words[i]; break;
            }
        }

        return new CurlCommand { Text = line, Method = method, Url = url, Headers = headers, Body = body, TagFile = tagFile, PrintsStatus = printsStatus, Expected = expected };
    }

    [GeneratedRegex("```sh\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|\\S+")]
    private static partial Regex Words();
}
