using System.Runtime.CompilerServices;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>Tests ask faster than people do: the servers of all tests, those in processes of their own too, count only where a test says so.</summary>
internal static class NoRateLimits
{
    [ModuleInitializer]
    internal static void TurnOff()
    {
        Environment.SetEnvironmentVariable("RateLimits__AnonymousPerMinute", "0");
        Environment.SetEnvironmentVariable("RateLimits__KeyPerMinute", "0");
    }
}
