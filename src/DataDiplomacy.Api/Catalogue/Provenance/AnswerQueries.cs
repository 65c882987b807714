using System.Text.RegularExpressions;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Something that this server makes at each request: a computed answer, or a package of evidence.</summary>
/// <param name="Iri">Its name in the one writing, with the state that it reads.</param>
/// <param name="Statements">What follows from its request; null where its data are not there, or not for the caller.</param>
/// <param name="Sources">The data that it reads; none for a package.</param>
internal sealed record FoundAnswer(string Iri, IReadOnlyList<ProvStatement>? Statements, IReadOnlyList<AnswerSource> Sources);

/// <summary>Finds what answers rest on, by their addresses.</summary>
public sealed partial class AnswerQueries(ComputedAnswers answers, AnswerSourceQueries sources)
{
    /// <summary>The answer; null where the name is none of one.</summary>
    /// <param name="context">What reads.</param>
    /// <param name="iri">A name as it is stored.</param>
    /// <param name="asOf">The state that it reads where its address names none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ProblemException">A parameter is unknown or has a wrong value, or it does not say of what data it is.</exception>
    internal async Task<FoundAnswer?> FindAsync(DataContext context, string iri, DateTime asOf, CancellationToken cancellationToken)
    {
        if (!iri.StartsWith("v1/", StringComparison.Ordinal) || iri.Contains('#', StringComparison.Ordinal)) return null;
        if (PackagePath().Match(iri) is { Success: true } package) return new FoundAnswer(iri, AnswerProvenance.OfPackage(iri, package.Groups["record"].Value), []);
        if (answers.Read(iri) is not { } request) return null;
        var state = request.AsOf is { } asked ? InstantOf(asked) : asOf;
        var found = await sources.FindAsync(context, request, state, cancellationToken);
        return new FoundAnswer(request.Pinned(state), found is null ? null : AnswerProvenance.Of(request, state, found), found ?? []);
    }

    private static DateTime InstantOf(string asked) =>
        Instants.TryParse(asked, out var instant) ? instant : throw ProblemException.Invalid("asOf", $"'{asked}' is no instant: write 2020-10-19T00:00:00Z, or a date, which means 00:00 UTC.");

    [GeneratedRegex(@"\A(?<record>v1/evidence/[^/#?]+)/package\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PackagePath();
}
