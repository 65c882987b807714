using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;
using DataDiplomacy.Core.Evidence.Time;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>Whom the reader of a package trusts. Nothing of it may come from the package.</summary>
/// <param name="Policy">Logs and witnesses.</param>
/// <param name="Custodian">The custodian's key, if the reader has it; else the bag's is used and said to be unpinned.</param>
/// <param name="Time">Roots of time-stamping authorities; null where the reader has none, and time is then not checked.</param>
public sealed record PackageTrust(WitnessPolicy Policy, VerificationKey? Custodian, TimestampTrust? Time);
