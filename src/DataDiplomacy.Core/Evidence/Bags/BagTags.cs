using System.Globalization;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>Reads bag-info.txt (RFC 8493, 2.2.2) and fetch.txt (2.2.3).</summary>
internal sealed partial class BagTags(BagContent content, BagDeclaration declaration, BagFindings findings)
{
    public const string FetchName = "fetch.txt";

    public void CheckInfo(long octets, int files)
    {
        if (content.Exact(declaration.InfoName) is not { } file || declaration.Text(file, content, findings) is not { } text) return;
        string[] told = [.. Labels(BagText.Lines(text), file.Path).Where(pair => pair.Label.Equals("Payload-Oxum", StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Value)];
        if (told.Length > 1) findings.Error(BagProblemCode.InfoMalformed, file.Path, "Payload-Oxum stands once.");
        var found = BagManifest.Oxum(octets, files);
        foreach (var oxum in told.Where(oxum => oxum != found))
            findings.Error(BagProblemCode.OxumDiffers, file.Path, $"Payload-Oxum tells {oxum}, the payload has {found}.");
    }

    /// <summary>The paths fetch.txt promises; empty without one.</summary>
    public IReadOnlyList<string> Promises(BagListingReader reader)
    {
        if (content.Exact(FetchName) is not { } file || declaration.Text(file, content, findings) is not { } text) return [];
        List<string> promises = [];
        foreach (var (line, number) in BagText.Lines(text).Select((line, index) => (line, index + 1)))
        {
            var match = FetchLine().Match(line);
            if (match.Success) promises.Add(reader.Meant(match.Groups[1].Value, FetchName));
            else findings.Error(BagProblemCode.FetchMalformed, FetchName, $"Line {number.ToString(CultureInfo.InvariantCulture)} is not an address, a length or \"-\", and a path.");
        }
        return promises;
    }

    /// <summary>A line that begins with a blank goes on with the value before it; no label that is checked has such a value, so it is passed over.</summary>
    private IReadOnlyList<(string Label, string Value)> Labels(IReadOnlyList<string> lines, string path)
    {
        List<(string Label, string Value)> labels = [];
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Trim().Length == 0) continue;
            if (char.IsWhiteSpace(line[0]) && labels.Count > 0) continue;
            else if (colon > 0) labels.Add((line[..colon].Trim(), line[(colon + 1)..].Trim()));
            else Malformed(path, i + 1);
        }
        return labels;
    }

    private void Malformed(string path, int number)
    {
        var detail = $"Line {number.ToString(CultureInfo.InvariantCulture)} is not a label, a colon and a value.";
        if (declaration.Strict) findings.Error(BagProblemCode.InfoMalformed, path, detail);
        else findings.Warn(BagProblemCode.InfoMalformed, path, detail);
    }

    [GeneratedRegex(@"\A[^ \t]+[ \t]+(?:[0-9]+|-)[ \t]+([^ \t].*)\z", RegexOptions.Singleline)]
    private static partial Regex FetchLine();
}
