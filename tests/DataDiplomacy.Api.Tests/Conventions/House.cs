using System.Reflection;
using System.Text.RegularExpressions;
using DataDiplomacy.Api.Tests.Support;
using Mono.Cecil;

namespace DataDiplomacy.Api.Tests.Conventions;

/// <summary>A type of ours, the file that it is in, and the full names of all types that it uses; what a compiler makes inside it counts as its own.</summary>
internal sealed record HouseType(string Name, string File, IReadOnlySet<string> Uses)
{
    /// <summary>The last word of the file's name, by which a slice says what it is: <c>Queries</c> of <c>DatasetQueries.cs</c>.</summary>
    public string Kind => Regex.Match(Path.GetFileNameWithoutExtension(File), "[A-Z][a-z]+$").Value;

    public bool IsIn(params IEnumerable<string> folders) => folders.Any(f => File.StartsWith(f, StringComparison.Ordinal));
}

/// <summary>Who uses whom, read from the compiled code: the text of a file does not show what implicit usings bring.</summary>
internal static partial class House
{
    public const string Api = "src/DataDiplomacy.Api/";
    public const string Core = "src/DataDiplomacy.Core/";

    private static readonly Dictionary<string, string> Files = FindFiles();

    public static IReadOnlyList<HouseType> ApiTypes { get; } = Read(typeof(Program).Assembly);

    public static IReadOnlyList<HouseType> CoreTypes { get; } = Read(typeof(DataDiplomacy.Core.Catalogue.Dataset).Assembly);

    /// <summary><c>src/…/DatasetQueries.cs uses Some.Type</c> for each use that the rule does not allow; empty when all keep it.</summary>
    public static IReadOnlyList<string> Offences(this IEnumerable<HouseType> types, Func<HouseType, string, bool> isOffence) =>
    [
        .. types.SelectMany(t => t.Uses.Where(u => isOffence(t, u)), (t, u) => $"{t.File} uses {u}").Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads the types of an assembly; one of ours that no file declares would escape the rules, so it is a fault.</summary>
    private static List<HouseType> Read(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return
        [
            .. module.Types.Where(t => t.Name == "Program" || t.Namespace.StartsWith("DataDiplomacy.", StringComparison.Ordinal))
                .Where(t => !t.Name.StartsWith('<') && !t.Namespace.Contains(".Data.Migrations.", StringComparison.Ordinal))
                .Select(t => new HouseType(PlainName(t), Files[PlainName(t)], Dependencies.Of(t))),
        ];
    }

    private static string PlainName(TypeDefinition type) => type.FullName.Split('`')[0];

    private static Dictionary<string, string> FindFiles()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["Program"] = Api + "Program.cs" };
        foreach (var path in Repository.Sources)
        {
            var text = File.ReadAllText(Path.Combine(Repository.Root, path));
            var space = Namespace().Match(text).Groups[1].Value;
            foreach (var name in Declaration().Matches(text).Concat(DelegateDeclaration().Matches(text)).Select(m => m.Groups[1].Value))
                files[$"{space}.{name}"] = path;
        }

        return files;
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^(?:public |internal |sealed |static |abstract |partial |readonly |ref )*(?:class|record struct|record|struct|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^(?:public|internal) delegate .+? (\w+)(?:<[\w, ]+>)?\(", RegexOptions.Multiline)]
    private static partial Regex DelegateDeclaration();
}
