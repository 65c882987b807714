using MathNet.Numerics;

namespace DataDiplomacy.Core.Statistics.Discourse;

/// <summary>When a topic bursts: batches of documents in two states, usual and raised (Kleinberg 2002).</summary>
public static class Bursts
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of batches that a caller should accept.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>Largest number of documents in a batch.</summary>
    public const long LargestTotal = 1_000_000_000;

    /// <summary>A raised share cannot reach 1: a single document off the topic would then be impossible.</summary>
    private const double LargestShare = 0.9999;

    /// <summary>Finds the cheapest sequence of states. Undefined without a document on the topic, and where the raised share is not above the usual one.</summary>
    /// <param name="relevant">Documents on the topic in each batch, 0 to its total.</param>
    /// <param name="total">Documents in each batch, 1 to <see cref="LargestTotal"/>.</param>
    /// <param name="ratio">Raised share over usual share, above 1.</param>
    /// <param name="gamma">Price of entering a burst, in units of ln n; at least 0.</param>
    /// <exception cref="ArgumentException">Lengths differ or a number is beyond its bounds.</exception>
    public static BurstsResult Find(IReadOnlyList<long> relevant, IReadOnlyList<long> total, double ratio = 2, double gamma = 1)
    {
        Check(relevant, total, ratio, gamma);
        if (total.Count == 0) return BurstsResult.Undefined(StatisticalAnswers.InsufficientData);
        var usual = (double)relevant.Sum() / total.Sum();
        if (usual == 0) return BurstsResult.Undefined(BurstsResult.NoRelevant);
        var raised = Math.Min(ratio * usual, LargestShare);
        if (raised <= usual) return BurstsResult.Undefined(BurstsResult.NoRoom);

        var extra = new double[total.Count];
        for (var t = 0; t < extra.Length; t++) extra[t] = Extra(relevant[t], total[t], usual, raised);
        var price = gamma * Math.Log(total.Count);
        var states = Cheapest(extra, price);
        var cost = Cost(relevant, total, usual) + CostOfStates(states, extra, price);
        return new BurstsResult { Defined = true, P0 = usual, P1 = raised, TotalCost = cost, States = states, Runs = Runs(states, extra) };
    }

    private static void Check(IReadOnlyList<long> relevant, IReadOnlyList<long> total, double ratio, double gamma)
    {
        ArgumentNullException.ThrowIfNull(relevant);
        ArgumentNullException.ThrowIfNull(total);
        if (!(ratio > 1 && double.IsFinite(ratio))) throw new ArgumentOutOfRangeException(nameof(ratio), ratio, "The ratio is above 1.");
        if (!(gamma >= 0 && double.IsFinite(gamma))) throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "gamma is at least 0.");
        if (relevant.Count != total.Count)
            throw new ArgumentException($"{relevant.Count} batches on the topic but {total.Count} totals; they belong together one by one.", nameof(total));
        for (var t = 0; t < total.Count; t++)
        {
            if (total[t] is < 1 or > LargestTotal || relevant[t] < 0 || relevant[t] > total[t])
                throw new ArgumentException($"Batch {t} has {relevant[t]} of {total[t]} documents on the topic.", nameof(relevant));
        }
    }

    /// <summary>By how much the raised state costs more than the usual one; without the binomial coefficient, which is in both.</summary>
    private static double Extra(long relevant, long total, double usual, double raised) =>
        -(relevant * Math.Log(raised / usual)) - (total - relevant) * Log1p((usual - raised) / (1 - usual));

    /// <summary>
    /// Viterbi on the costs beyond those of the usual state throughout. Of equally cheap ways the lower state is taken, so that a
    /// burst needs a reason.
    /// </summary>
    private static int[] Cheapest(double[] extra, double price)
    {
        var (usual, raised) = (0.0, double.PositiveInfinity);
        var beforeUsual = new int[extra.Length];
        var beforeRaised = new int[extra.Length];
        for (var t = 0; t < extra.Length; t++)
        {
            beforeUsual[t] = usual <= raised ? 0 : 1;
            beforeRaised[t] = usual + price <= raised ? 0 : 1;
            (usual, raised) = (Math.Min(usual, raised), Math.Min(usual + price, raised) + extra[t]);
        }

        var states = new int[extra.Length];
        var state = usual <= raised ? 0 : 1;
        for (var t = extra.Length - 1; t >= 0; t--)
        {
            states[t] = state;
            state = state == 0 ? beforeUsual[t] : beforeRaised[t];
        }
        return states;
    }

    private static double CostOfStates(int[] states, double[] extra, double price)
    {
        var cost = 0.0;
        for (var t = 0; t < states.Length; t++)
        {
            if (states[t] == 0) continue;
            cost += extra[t];
            if (t == 0 || states[t - 1] == 0) cost += price;
        }
        return cost;
    }

    private static double Cost(IReadOnlyList<long> relevant, IReadOnlyList<long> total, double share)
    {
        var cost = 0.0;
        for (var t = 0; t < total.Count; t++)
        {
            var (r, d) = (relevant[t], total[t]);
            var ways = SpecialFunctions.GammaLn(d + 1.0) - SpecialFunctions.GammaLn(r + 1.0) - SpecialFunctions.GammaLn(d - r + 1.0);
            cost -= ways + r * Math.Log(share) + (d - r) * Log1p(-share);
        }
        return cost;
    }

    private static List<Burst> Runs(int[] states, double[] extra)
    {
        var runs = new List<Burst>();
        for (var start = 0; start < states.Length; start++)
        {
            if (states[start] == 0) continue;
            var (end, weight) = (start, 0.0);
            for (; end < states.Length && states[end] == 1; end++) weight -= extra[end];
            runs.Add(new Burst(start + 1, end, weight));
            start = end;
        }
        return runs;
    }

    /// <summary>ln(1 + x) with all digits for small x (Kahan): the rounding of 1 + x is divided out again.</summary>
    private static double Log1p(double x)
    {
        var sum = 1 + x;
        // Equality is meant: below the last digit of 1, ln(1 + x) is x.
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }
}
