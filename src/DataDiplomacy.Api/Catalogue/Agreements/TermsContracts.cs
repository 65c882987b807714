using System.Text.Json.Nodes;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Under which terms a data set is held here: its own, and those of the agreements under which it, or what it was made of, was received.</summary>
public sealed record DatasetTermsView
{
    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Its licence or terms of use, as its description says.</summary>
    /// <example>https://creativecommons.org/licenses/by/4.0/</example>
    public required string Licence { get; init; }

    /// <summary>To whom it may be passed on.</summary>
    public required Redistribution Redistribution { get; init; }

    /// <summary>Whether you may read its observations now, for the purpose that you declared.</summary>
    /// <example>true</example>
    public required bool Readable { get; init; }

    /// <summary>The purpose that you declared by the header <c>Data-Purpose</c>; null for none.</summary>
    /// <example>flood-warning</example>
    public required string? Purpose { get; init; }

    /// <summary>The agreements under which it is held; none for data that rest on no shared data, as far as anybody stated.</summary>
    public required IReadOnlyList<HeldTermsView> Agreements { get; init; }

    /// <summary>What must be done by who uses it, taken over from all of them.</summary>
    public required IReadOnlyList<InheritedRuleView> Obligations { get; init; }

    /// <summary>What must not be done with it.</summary>
    public required IReadOnlyList<InheritedRuleView> Prohibitions { get; init; }

    /// <summary>The limits of what may be done with it.</summary>
    public required IReadOnlyList<InheritedRuleView> Constraints { get; init; }

    /// <summary>What cannot be kept together, in sentences; at most 1,000.</summary>
    /// <example>[]</example>
    public required IReadOnlyList<string> Conflicts { get; init; }
}

/// <summary>An agreement under which a data set is held, and what follows from it for who asks.</summary>
public sealed record HeldTermsView
{
    /// <summary>The agreement; null for those who may not see it: its parties and editors may.</summary>
    /// <example>agr-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string? Agreement { get; init; }

    /// <summary>The data set that was shared under it; null when you may not see that.</summary>
    /// <example>sdg-demo</example>
    public required string? Source { get; init; }

    /// <summary>Since when it is known here that the data rest on it, UTC.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime Since { get; init; }

    /// <summary>Where the agreement, or the one that replaced it, stands now.</summary>
    public required AgreementState State { get; init; }

    /// <summary>Since when it stands there, UTC.</summary>
    /// <example>2026-11-30T15:00:00Z</example>
    public required DateTime StateSince { get; init; }

    /// <summary>Which side let it rest; null unless it is suspended.</summary>
    public required NegotiationParty? SuspendedBy { get; init; }

    /// <summary>Why, in the words of that side; null where nothing was said, and for those who may not see the agreement.</summary>
    /// <example>The stations are being recalibrated.</example>
    public required string? Reason { get; init; }

    /// <summary>Whether you may read the data under it now: it is in force, and its terms permit it. For its parties the former is enough.</summary>
    /// <example>false</example>
    public required bool Permits { get; init; }

    /// <summary>What decided that, in sentences.</summary>
    /// <example>["The agreement is suspended since 2026-11-30T15:00:00Z, by the provider."]</example>
    public required IReadOnlyList<string> Because { get; init; }

    /// <summary>What would make the data readable again; null while they are.</summary>
    /// <example>The provider, who suspended it, resumes it; or the provider says that another agreement, which both made, replaces it.</example>
    public required string? WayBack { get; init; }

    /// <summary>SHA-256 of its terms in canonical form, lower-case hexadecimal.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string PolicySha256 { get; init; }

    /// <summary>Its terms as a policy of ODRL 2.2 (W3C, 2018); without the parties for those who may not see the agreement.</summary>
    public required JsonNode Policy { get; init; }
}

/// <summary>A rule or limit that the data took over.</summary>
public sealed record InheritedRuleView
{
    /// <summary>SHA-256 of the terms that it is from, as <c>agreements</c> give it.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string PolicySha256 { get; init; }

    /// <summary>The actions that it is about; none for all.</summary>
    /// <example>["use"]</example>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>The rule, or the constraint, in ODRL.</summary>
    public required JsonNode Rule { get; init; }
}

/// <summary>Releases a data set from an agreement, for the provider: from now on it is not held under it any more.</summary>
public sealed record ReleaseDataset
{
    /// <summary>The data set that is held under the agreement.</summary>
    /// <example>flood-index</example>
    public required string Dataset { get; init; }

    /// <summary>Why, 1 to 2,000 characters.</summary>
    /// <example>The index was made anew of data under an open licence.</example>
    public required string Reason { get; init; }
}
