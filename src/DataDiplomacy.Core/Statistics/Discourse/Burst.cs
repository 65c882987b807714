namespace DataDiplomacy.Core.Statistics.Discourse;

/// <summary>A longest run of batches in the raised state.</summary>
/// <param name="Start">First batch, counted from 1.</param>
/// <param name="End">Last batch, counted from 1.</param>
/// <param name="Weight">By how much the raised state is cheaper than the usual one over the run, in nats; larger is clearer.</param>
public sealed record Burst(int Start, int End, double Weight);
