namespace DataDiplomacy.Core.Standards.Prov.Constraints;

/// <summary>A statement over terms: its identifier and its arguments.</summary>
/// <param name="Origin">The statement it is, or was inferred from.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Id">Term of the identifier.</param>
/// <param name="Arguments">Terms of the arguments, in their order.</param>
internal sealed record Row(ProvStatement Origin, ProvKind Kind, int Id, int[] Arguments);

/// <summary>
/// Uniqueness constraints 22 to 29: statements that share a key are the same statement, so that their arguments must agree. They are merged
/// until nothing changes; the rows that come out know what each stands for.
/// </summary>
internal sealed class Unification
{
    private readonly ProvFindings _findings;
    private bool _changed;

    private Unification(ProvFindings findings) => _findings = findings;

    public Terms Terms { get; } = new();

    public List<Row> Rows { get; } = [];

    public static Unification Of(IReadOnlyList<ProvStatement> statements, ProvFindings findings)
    {
        var unification = new Unification(findings);
        foreach (var statement in statements)
        {
            unification.Add(statement);
        }
        unification.Infer();
        do
        {
            unification._changed = false;
            unification.MergeByIdentifier();
            unification.MergeEvents();
            unification.MergeTimes();
        }
        while (unification._changed);
        return unification;
    }

    private void Add(ProvStatement statement)
    {
        var arguments = new int[statement.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var shape = statement.Shape.Arguments[i];
            arguments[i] = statement.Arguments[i] switch
            {
                { } time when shape.Role == ProvRole.Time => Terms.Time(time),
                { } name => Terms.Name(name),
                null when shape.Absence == ProvAbsence.None || HasNoActivity(statement, shape) => Terms.Name(Terms.None),
                null => Terms.Variable(),
            };
        }
        Rows.Add(new Row(statement, statement.Kind, statement.Id is { } id ? Terms.Name(id) : Terms.Variable(), arguments));
    }

    // Without an activity a derivation has neither generation nor usage (constraint 51).
    private static bool HasNoActivity(ProvStatement statement, ProvArgument shape) =>
        statement.Kind == ProvKind.Derivation && shape.Role is ProvRole.Generation or ProvRole.Usage && statement.Arguments[2] is null;

    // Inferences 9 to 11: what a start, an end and a derivation say of generations and usages.
    private void Infer()
    {
        foreach (var row in Rows.ToList())
        {
            switch (row.Kind)
            {
                case ProvKind.Start or ProvKind.End:
                    Rows.Add(new Row(row.Origin, ProvKind.Generation, Terms.Variable(), [row.Arguments[1], row.Arguments[2], Terms.Variable()]));
                    break;
                case ProvKind.Derivation when Terms.Text(row.Arguments[2]) != Terms.None:
                    Rows.Add(new Row(row.Origin, ProvKind.Generation, row.Arguments[3], [row.Arguments[0], row.Arguments[2], Terms.Variable()]));
                    Rows.Add(new Row(row.Origin, ProvKind.Usage, row.Arguments[4], [row.Arguments[2], row.Arguments[1], Terms.Variable()]));
                    break;
            }
        }
    }

    // Constraints 22 (elements) and 23 (relations): the identifier is a key of each kind.
    private void MergeByIdentifier()
    {
        var first = new Dictionary<(ProvKind, int), Row>();
        foreach (var row in Rows)
        {
            if (!row.Origin.Shape.HasIdentifier) continue;
            if (first.TryAdd((row.Kind, Terms.Root(row.Id)), row)) continue;
            Merge(first[(row.Kind, Terms.Root(row.Id))], row, ProvShape.Of(row.Kind).IsElement ? "22" : "23");
        }
    }

    // Constraints 24 to 27: a thing and an activity have one generation, invalidation, start, end.
    private void MergeEvents()
    {
        var first = new Dictionary<(ProvKind, int, int), Row>();
        foreach (var row in Rows)
        {
            if (KeyOf(row) is not { } key || first.TryAdd(key, row)) continue;
            var (one, constraint) = (first[key], NumberOf(row.Kind));
            Unify(one.Id, row.Id, one, row, constraint, "identifier");
            Merge(one, row, constraint);
        }
    }

    private (ProvKind, int, int)? KeyOf(Row row) => row.Kind switch
    {
        ProvKind.Generation or ProvKind.Invalidation => (row.Kind, Terms.Root(row.Arguments[0]), Terms.Root(row.Arguments[1])),
        ProvKind.Start or ProvKind.End => (row.Kind, Terms.Root(row.Arguments[0]), Terms.Root(row.Arguments[2])),
        _ => null,
    };

    private static string NumberOf(ProvKind kind) => kind switch
    {
        ProvKind.Generation => "24",
        ProvKind.Invalidation => "25",
        ProvKind.Start => "26",
        _ => "27",
    };

    // Constraints 28 and 29: the times of an activity are those of its start and its end.
    private void MergeTimes()
    {
        var activities = new Dictionary<int, Row>();
        foreach (var row in Rows)
        {
            if (row.Kind == ProvKind.Activity) activities.TryAdd(Terms.Root(row.Id), row);
        }
        foreach (var row in Rows)
        {
            if (row.Kind is not (ProvKind.Start or ProvKind.End) || !activities.TryGetValue(Terms.Root(row.Arguments[0]), out var activity)) continue;
            var isStart = row.Kind == ProvKind.Start;
            Unify(activity.Arguments[isStart ? 0 : 1], row.Arguments[3], activity, row, isStart ? "28" : "29", isStart ? "start time" : "end time");
        }
    }

    private void Merge(Row one, Row other, string constraint)
    {
        for (var i = 0; i < one.Arguments.Length; i++)
        {
            Unify(one.Arguments[i], other.Arguments[i], one, other, constraint, ProvShape.Of(one.Kind).Arguments[i].JsonName);
        }
    }

    private void Unify(int left, int right, Row one, Row other, string constraint, string what)
    {
        if (Terms.TryUnify(left, right, out var changed))
        {
            _changed |= changed;
            return;
        }
        var (a, b) = (Shown(left), Shown(right));
        _findings.Violates(constraint, $"{Key(one, constraint)} is one {ProvShape.Of(one.Kind).Name}, but its {what} is {a} in one statement and {b} in the other.", one.Origin, other.Origin);
    }

    private string Key(Row row, string constraint) => constraint switch
    {
        "22" or "23" => Shown(row.Id),
        "24" or "25" => $"What links {Shown(row.Arguments[0])} and {Shown(row.Arguments[1])}",
        "26" or "27" => $"What links {Shown(row.Arguments[0])} and {Shown(row.Arguments[2])}",
        _ => Shown(row.Id),
    };

    private string Shown(int term) => Terms.Text(term) is { } text ? text == Terms.None ? "none" : _findings.Shown(text) : "an unnamed one";
}
