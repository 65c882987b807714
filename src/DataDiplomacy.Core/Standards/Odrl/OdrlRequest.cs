namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// What is asked for, and what is known of the asking. What is left out is not known, and constraints on it are neither satisfied nor unsatisfied.
/// </summary>
public sealed record OdrlRequest
{
    /// <summary>The action, as "read" or the IRI of a profile's action.</summary>
    public required string Action { get; init; }

    /// <summary>The asset; null if not known.</summary>
    public string? Target { get; init; }

    /// <summary>Who asks; null if not known.</summary>
    public string? Assignee { get; init; }

    /// <summary>Who is asked; null leaves the assigners of rules aside.</summary>
    public string? Assigner { get; init; }

    /// <summary>When the action is exercised (operand dateTime); null if not known.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What for (operand purpose). Several purposes must all be allowed.</summary>
    public IReadOnlyList<string> Purposes { get; init; } = [];

    /// <summary>The area in which the action is exercised (operand spatial); null if not known.</summary>
    public string? Spatial { get; init; }

    /// <summary>Who receives the result (operand recipient); null if not known.</summary>
    public string? Recipient { get; init; }

    /// <summary>How often the action has been exercised before this request; the operand count is one more. Null if not known.</summary>
    public long? CountSoFar { get; init; }

    /// <summary>The time since the action was first exercised (operand elapsedTime); null if not known.</summary>
    public TimeSpan? ElapsedTime { get; init; }

    /// <summary>The language of the result, a tag of BCP 47 (operand language); null if not known.</summary>
    public string? Language { get; init; }

    /// <summary>Values of other operands, such as industry, product, event: operand in the form of <see cref="OdrlTerms.Normal(string)" /> to values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Units of the values: operand to unit. A constraint with another unit than the request's cannot be said.</summary>
    public IReadOnlyDictionary<string, string> Units { get; init; } = new Dictionary<string, string>();

    /// <summary>What the request says of an operand.</summary>
    /// <param name="operand">The operand in the form of <see cref="OdrlTerms.Normal(string)" />.</param>
    /// <returns>The values as texts; empty if the request says nothing.</returns>
    public IReadOnlyList<string> ValuesOf(string operand) => operand switch
    {
        "dateTime" when At is { } at => [OrderedValue.Text(at)],
        "purpose" when Purposes.Count > 0 => Purposes,
        "spatial" when Spatial is not null => [Spatial],
        "recipient" when Recipient is not null => [Recipient],
        "count" when CountSoFar is { } count => [(count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)],
        "elapsedTime" when ElapsedTime is { } elapsed => [System.Xml.XmlConvert.ToString(elapsed)],
        "language" when Language is not null => [Language],
        _ => Values.GetValueOrDefault(operand, [])
    };
}
