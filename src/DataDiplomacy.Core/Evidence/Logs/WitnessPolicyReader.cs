using System.Text;

namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>Reads a policy line by line; what a line names stands above it.</summary>
internal sealed class WitnessPolicyReader
{
    private const int MaxLength = 1 << 20;

    private readonly List<NoteKey> _logs = [];
    private readonly Dictionary<string, NoteKey> _witnesses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WitnessQuorum> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private WitnessQuorum? _quorum;
    private bool _hasQuorum;

    public WitnessPolicy Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxLength) throw new FormatException($"The policy has {bytes.Length} bytes, at most {MaxLength} are read.");
        // The standard compares names as octets: each octet becomes one character.
        var lines = Encoding.Latin1.GetString(bytes).Split('\n');
        for (var number = 1; number <= lines.Length; number++)
        {
            try
            {
                ReadLine(lines[number - 1]);
            }
            catch (FormatException error)
            {
                throw new FormatException($"Line {number} of the policy: {error.Message}", error);
            }
        }
        if (!_hasQuorum) throw new FormatException("The policy has no quorum line.");
        return new WitnessPolicy(_logs, _witnesses, _quorum);
    }

    private void ReadLine(string line)
    {
        if (line.Any(each => each is < ' ' and not '\t' or '\x7F')) throw new FormatException("only tab and line feed are allowed of the control characters.");
        var items = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (items.Length == 0 || items[0].StartsWith('#')) return;
        Action<string[]> read = items[0] switch
        {
            "log" => ReadLog,
            "witness" => ReadWitness,
            "group" => ReadGroup,
            "quorum" => ReadQuorum,
            _ => throw new FormatException($"\"{items[0]}\" is none of log, witness, group, quorum.")
        };
        read(items);
    }

    private void ReadLog(string[] items)
    {
        if (items.Length is not (2 or 3)) throw new FormatException("expected: log <vkey> [<url>].");
        var key = Key(items[1], NoteKeyType.Ed25519);
        if (_logs.Exists(log => log.Public.Span.SequenceEqual(key.Public.Span))) throw new FormatException("the same key stands in two log lines.");
        _logs.Add(key);
    }

    private void ReadWitness(string[] items)
    {
        if (items.Length is not (3 or 4)) throw new FormatException("expected: witness <name> <vkey> [<url>].");
        var key = Key(items[2], NoteKeyType.Cosignature);
        if (_witnesses.Values.Any(witness => witness.Public.Span.SequenceEqual(key.Public.Span))) throw new FormatException("the same key stands in two witness lines.");
        Define(items[1], new WitnessQuorum(items[1], 0, []));
        _witnesses.Add(items[1], key);
    }

    private void ReadGroup(string[] items)
    {
        if (items.Length < 4) throw new FormatException("expected: group <name> all|any|<k> <member>…");
        var members = items[3..].Select(Member).ToList();
        var threshold = items[2] switch
        {
            "any" => 1,
            "all" => members.Count,
            _ => NoteText.TryNumber(items[2], out var k) && k >= 1 && k <= (ulong)members.Count
                ? (int)k
                : throw new FormatException($"\"{items[2]}\" is none of all, any, 1 to {members.Count}.")
        };
        Define(items[1], new WitnessQuorum(items[1], threshold, members));
    }

    private void ReadQuorum(string[] items)
    {
        if (items.Length != 2) throw new FormatException("expected: quorum <name>.");
        if (_hasQuorum) throw new FormatException("a policy has one quorum line.");
        _hasQuorum = true;
        if (items[1] == "none") return;
        _quorum = Named(items[1]);
    }

    private WitnessQuorum Member(string name)
    {
        var member = Named(name);
        return _members.Add(name) ? member : throw new FormatException($"{name} is already a member of a group.");
    }

    private WitnessQuorum Named(string name) =>
        _names.TryGetValue(name, out var known) ? known : throw new FormatException($"no line above defines {name}.");

    private void Define(string name, WitnessQuorum quorum)
    {
        if (name == "none" || !_names.TryAdd(name, quorum)) throw new FormatException($"the name {name} is taken.");
    }

    private static NoteKey Key(string vkey, NoteKeyType type)
    {
        var key = NoteKey.Parse(Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(vkey)));
        return key.Type == type ? key : throw new FormatException($"the key {key.Name} is of type {(int)key.Type}, expected {(int)type}.");
    }
}
