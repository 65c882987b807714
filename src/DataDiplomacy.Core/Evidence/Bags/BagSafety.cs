namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>What is refused although RFC 8493 only warns of it (5 and 6.1): a bag comes from elsewhere and goes on to other systems.</summary>
internal sealed class BagSafety(BagFindings findings)
{
    private readonly Dictionary<string, (string Path, bool IsFile)> _spellings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>Looks at the files and at each path the tag files name.</summary>
    public void Check(IReadOnlyList<BagFile> files, IEnumerable<string> listed)
    {
        foreach (var file in files)
        {
            if (file.IsLink) findings.Refuse(BagProblemCode.Link, file.Path, "A link is not followed.");
            if (CheckPath(file.Path)) CheckFolders(file.Path);
        }
        foreach (var path in listed.Except(files.Select(file => file.Path), StringComparer.Ordinal)) CheckPath(path);
    }

    private bool CheckPath(string path)
    {
        if (BagPath.Danger(path) is { } danger)
        {
            findings.Refuse(BagProblemCode.UnsafePath, path, danger);
            return false;
        }
        if (BagPath.HasControl(path)) findings.Refuse(BagProblemCode.ControlCharacter, path, "A path has no control characters.");
        CheckClash(path, BagFold.Of(path), isFile: true);
        return true;
    }

    /// <summary>Folds a path once for all its folders: a slash folds to itself and to nothing else, so both texts have as many.</summary>
    private void CheckFolders(string path)
    {
        var folded = BagFold.Of(path);
        var foldedSlash = -1;
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            foldedSlash = folded.IndexOf('/', foldedSlash + 1);
            CheckClash(path[..slash], folded[..foldedSlash], isFile: false);
        }
    }

    private void CheckClash(string path, string folded, bool isFile)
    {
        if (_spellings.TryAdd(folded, (path, isFile))) return;
        var first = _spellings[folded];
        if (first == (path, isFile) || !_told.Add(path)) return;
        findings.Refuse(BagProblemCode.PathClash, path, first.Path == path
            ? "The path is both a file and a folder."
            : $"\"{first.Path}\" is the same path where neither case nor Unicode form count.");
    }
}
