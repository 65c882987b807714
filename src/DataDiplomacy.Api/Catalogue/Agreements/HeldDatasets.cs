using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>The data sets that are held under agreements, as they stood at one time.</summary>
public sealed class HeldDatasets
{
    private readonly Dictionary<Handling, Standing> _standings;

    private HeldDatasets(IReadOnlyDictionary<string, IReadOnlyList<HeldTerms>> terms, Dictionary<Handling, Standing> standings) => (Terms, _standings) = (terms, standings);

    /// <summary>None.</summary>
    public static HeldDatasets None { get; } = new(new Dictionary<string, IReadOnlyList<HeldTerms>>(), []);

    /// <summary>The terms of each by its id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<HeldTerms>> Terms { get; }

    /// <param name="terms">The terms of each by its id.</param>
    /// <param name="labels">The label of each that is still there.</param>
    public static HeldDatasets Of(IReadOnlyDictionary<string, IReadOnlyList<HeldTerms>> terms, IReadOnlyDictionary<string, Handling> labels) =>
        new(terms, labels.GroupBy(l => l.Value, l => l.Key).ToDictionary(g => g.Key, g => Standing.Of([.. g.Order(StringComparer.Ordinal).SelectMany(d => terms[d])])));

    /// <summary>
    /// A text that changes before the decision about any data set under these labels can change, for one caller and one purpose; null where none is held.
    /// No policy is evaluated for it: what decides is who asks, what for, what stands here, and between which turns of time it is.
    /// </summary>
    public string? MarkOf(IReadOnlyList<Handling> labels, DateTime now)
    {
        var marks = labels.Select(l => _standings.GetValueOrDefault(l)?.At(now)).OfType<string>().ToList();
        return marks.Count == 0 ? null : string.Join(' ', marks);
    }

    /// <summary>What stands under one label: a digest of it, and when decisions may change by time alone.</summary>
    private sealed record Standing(string Digest, long[] Turns)
    {
        public static Standing Of(IReadOnlyList<HeldTerms> terms) => new(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', terms.Select(t => t.Mark)))).AsSpan(0, 16)), [.. terms.SelectMany(t => t.Turns).Distinct().Order()]);

        /// <summary>Even between two turns, odd at one.</summary>
        public string At(DateTime now)
        {
            var place = Array.BinarySearch(Turns, now.Ticks);
            return string.Create(CultureInfo.InvariantCulture, $"{Digest} {(place < 0 ? 2 * ~place : (2 * place) + 1)}");
        }
    }
}
