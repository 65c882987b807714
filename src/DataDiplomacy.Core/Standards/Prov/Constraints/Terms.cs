namespace DataDiplomacy.Core.Standards.Prov.Constraints;

/// <summary>
/// The terms of a set of statements: names, instants and variables, merged as uniqueness constraints demand (PROV-CONSTRAINTS, section 6.1:
/// unification). Two different constants cannot be merged.
/// </summary>
internal sealed class Terms
{
    /// <summary>The constant that stands for nothing, such as no plan.</summary>
    public const string None = "-";

    private readonly Dictionary<(bool IsTime, string Text), int> _constants = [];
    private readonly List<int> _parents = [];
    private readonly List<string?> _texts = [];
    private readonly List<bool> _isTime = [];

    public int Count => _parents.Count;

    /// <summary>The term of a name: a constant, or for a blank identifier the variable of that name.</summary>
    public int Name(string text) => Constant(text, isTime: false);

    public int Time(string text) => Constant(text, isTime: true);

    public int Variable()
    {
        _parents.Add(_parents.Count);
        _texts.Add(null);
        _isTime.Add(false);
        return _parents.Count - 1;
    }

    /// <summary>The term that stands for all that were merged with this one.</summary>
    public int Root(int term)
    {
        while (_parents[term] != term)
        {
            _parents[term] = _parents[_parents[term]];
            term = _parents[term];
        }
        return term;
    }

    /// <summary>The constant that a term is, or null for a variable.</summary>
    public string? Text(int term) => _texts[Root(term)];

    public bool IsKnown(int term) => Text(term) is not null;

    /// <summary>Merges two terms. False when they are different constants; then they stay apart.</summary>
    public bool TryUnify(int one, int other, out bool changed)
    {
        var (a, b) = (Root(one), Root(other));
        changed = false;
        if (a == b) return true;
        if (_texts[a] is { } left && _texts[b] is { } right && !AreEqual(left, right, _isTime[a] && _isTime[b])) return false;
        if (_texts[a] is null) (a, b) = (b, a);
        _parents[b] = a;
        changed = true;
        return true;
    }

    private static bool AreEqual(string left, string right, bool areTimes) => areTimes ? ProvTime.AreEqual(left, right) : left == right;

    private int Constant(string text, bool isTime)
    {
        if (_constants.TryGetValue((isTime, text), out var known)) return known;
        var term = Variable();
        _constants[(isTime, text)] = term;
        _texts[term] = isTime || !ProvNames.IsBlank(text) ? text : null;
        _isTime[term] = isTime;
        return term;
    }
}
