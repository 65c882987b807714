namespace DataDiplomacy.Core.Statistics.Trade;

/// <summary>Indices of the trade between two partners.</summary>
public static class TradeBilateral
{
    /// <summary>Version of the methods as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of products or flows that a caller should accept.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>
    /// Trade complementarity (Michaely): 100 (1 - half the sum of |import share - export share|) over the same products,
    /// 0 (nothing in common) to 100 (the partner buys as the exporter sells). Null where a total is 0.
    /// </summary>
    /// <param name="exports">What the exporter sells to the world, by product; amounts of at least 0.</param>
    /// <param name="partnerImports">What the partner buys from the world, by the same products; amounts of at least 0.</param>
    /// <exception cref="ArgumentException">Lengths differ, or an amount is negative, NaN or infinite.</exception>
    public static double? Complementarity(IReadOnlyList<double> exports, IReadOnlyList<double> partnerImports)
    {
        Amounts.Require(exports, nameof(exports));
        Amounts.Require(partnerImports, nameof(partnerImports));
        RequireSameLength(exports.Count, partnerImports.Count);
        if (Amounts.Shares(exports) is not { } sold || Amounts.Shares(partnerImports) is not { } bought) return null;
        return Math.Clamp(100 * (1 - sold.Zip(bought, (x, m) => Math.Abs(m - x)).Sum() / 2), 0, 100);
    }

    /// <summary>
    /// Trade intensity: the partner's share in the exporter's exports over its share in those of the world, 1 = as the world.
    /// Null where a denominator is 0 or the index is beyond the range of doubles.
    /// </summary>
    /// <param name="toPartner">Exports of the exporter to the partner, at least 0.</param>
    /// <param name="total">Exports of the exporter to the world.</param>
    /// <param name="worldToPartner">Exports of the world, the exporter included, to the partner.</param>
    /// <param name="worldTotal">Exports of the world to the world.</param>
    /// <exception cref="ArgumentException">An amount is negative, NaN or infinite.</exception>
    public static double? Intensity(double toPartner, double total, double worldToPartner, double worldTotal)
    {
        Amounts.Require(toPartner, nameof(toPartner));
        Amounts.Require(total, nameof(total));
        Amounts.Require(worldToPartner, nameof(worldToPartner));
        Amounts.Require(worldTotal, nameof(worldTotal));
        var intensity = toPartner / total / (worldToPartner / worldTotal);
        // A figure that vanishes although there is trade is out of range, not 0.
        return intensity == 0 && toPartner > 0 ? null : Amounts.Finite(intensity);
    }

    /// <summary>Grubel-Lloyd index of intra-industry trade: 1 - |x - m|/(x + m), by product and over all.</summary>
    /// <param name="exports">Exports by product, amounts of at least 0; null is missing.</param>
    /// <param name="imports">Imports by the same products, amounts of at least 0; null is missing.</param>
    /// <exception cref="ArgumentException">Lengths differ, or an amount is negative, NaN or infinite.</exception>
    public static GrubelLloydResult GrubelLloyd(IReadOnlyList<double?> exports, IReadOnlyList<double?> imports)
    {
        Require(exports, imports);
        var pairs = exports.Zip(imports).ToList();
        var largest = pairs.Max(pair => pair.First is { } x && pair.Second is { } m ? (double?)Math.Max(x, m) : null);
        var (both, sum) = (0.0, 0.0);
        foreach (var (export, import) in pairs)
        {
            if (export is not { } x || import is not { } m || !(largest > 0)) continue;
            both += Math.Min(x, m) / largest.Value;
            sum += x / largest.Value + m / largest.Value;
        }
        return new GrubelLloydResult
        {
            ByProduct = [.. pairs.Select(pair => Overlap(pair.First, pair.Second))],
            Total = sum > 0 ? Math.Min(1, 2 * both / sum) : null
        };
    }

    /// <summary>Compares imports, without freight and insurance, with the exports that the other side reports.</summary>
    /// <param name="exports">Reported exports (free on board), amounts of at least 0; null is missing.</param>
    /// <param name="imports">Imports that mirror them (with freight and insurance), amounts of at least 0; null is missing.</param>
    /// <param name="cifMargin">Freight and insurance as a share of the value free on board, 0 and above; 0.1 is 10 %.</param>
    /// <exception cref="ArgumentException">Lengths differ, or an amount or the margin is negative, NaN or infinite.</exception>
    public static MirrorResult Mirror(IReadOnlyList<double?> exports, IReadOnlyList<double?> imports, double cifMargin)
    {
        Amounts.Require(cifMargin, nameof(cifMargin));
        Require(exports, imports);
        List<(double? X, double? M)> pairs = [.. exports.Zip(imports, (x, m) => (x, m / (1 + cifMargin)))];
        return new MirrorResult
        {
            Difference = [.. pairs.Select(pair => pair.M - pair.X)],
            Relative = [.. pairs.Select(pair => Relative(pair.X, pair.M))],
            LogRatio = [.. pairs.Select(pair => LogRatio(pair.X, pair.M))]
        };
    }

    private static double? Overlap(double? export, double? import)
    {
        if (export is not { } x || import is not { } m || Math.Max(x, m) == 0) return null;
        var ratio = Math.Min(x, m) / Math.Max(x, m);
        return 2 * ratio / (1 + ratio);
    }

    private static double? Relative(double? export, double? import)
    {
        if (export is not { } x || import is not { } m || Math.Max(x, m) == 0) return null;
        var largest = Math.Max(x, m);
        return 2 * (m / largest - x / largest) / (m / largest + x / largest);
    }

    private static double? LogRatio(double? export, double? import)
    {
        if (!(export > 0) || !(import > 0)) return null;
        var ratio = import.Value / export.Value;
        return double.IsNormal(ratio) ? Math.Log(ratio) : Math.Log(import.Value) - Math.Log(export.Value);
    }

    private static void Require(IReadOnlyList<double?> exports, IReadOnlyList<double?> imports)
    {
        ArgumentNullException.ThrowIfNull(exports);
        ArgumentNullException.ThrowIfNull(imports);
        RequireSameLength(exports.Count, imports.Count);
        for (var i = 0; i < exports.Count; i++)
        {
            Amounts.Require(exports[i] ?? 0, FormattableString.Invariant($"exports[{i}]"));
            Amounts.Require(imports[i] ?? 0, FormattableString.Invariant($"imports[{i}]"));
        }
    }

    private static void RequireSameLength(int exports, int imports)
    {
        if (exports != imports)
            throw new ArgumentException(FormattableString.Invariant($"{exports} exports but {imports} imports; they belong together one by one."), nameof(imports));
    }
}
