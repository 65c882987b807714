namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>Collects findings; each kind is capped, as a hostile manifest could make a million of them.</summary>
internal sealed class BagFindings
{
    /// <summary>How many findings of a kind are kept.</summary>
    public const int Max = 1000;

    private readonly List<BagProblem> _problems = [];
    private readonly List<BagProblem> _refusals = [];
    private readonly List<BagProblem> _warnings = [];

    public IReadOnlyList<BagProblem> Problems => _problems;

    public IReadOnlyList<BagProblem> Refusals => _refusals;

    public IReadOnlyList<BagProblem> Warnings => _warnings;

    public void Error(BagProblemCode code, string? path, string detail) => Add(_problems, code, path, detail);

    public void Refuse(BagProblemCode code, string? path, string detail) => Add(_refusals, code, path, detail);

    public void Warn(BagProblemCode code, string? path, string detail) => Add(_warnings, code, path, detail);

    private static void Add(List<BagProblem> to, BagProblemCode code, string? path, string detail)
    {
        if (to.Count < Max) to.Add(new(code, path, detail));
        else if (to.Count == Max) to.Add(new(BagProblemCode.TooMany, null, $"The first {Max} findings of this kind are told."));
    }
}
