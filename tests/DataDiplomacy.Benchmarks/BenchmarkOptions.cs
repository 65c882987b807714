using System.Globalization;

namespace DataDiplomacy.Benchmarks;

/// <summary>What the command line says.</summary>
public sealed record BenchmarkOptions
{
    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public string Database { get; init; } = "sqlite";

    /// <summary>Number of indicators; each has 4,000 rows.</summary>
    public int Scale { get; init; } = BenchmarkData.FullScale;

    /// <summary>Length of a sample.</summary>
    public double Seconds { get; init; } = 3;

    /// <summary>Connection string of an empty PostgreSQL database.</summary>
    public string? Connection { get; init; }

    /// <summary>Only routes whose name contains this.</summary>
    public string Only { get; init; } = "";

    /// <summary>Where the database and the file are kept; a folder that is there already is measured again without an import.</summary>
    public string Folder { get; init; } = Path.Combine(Path.GetTempPath(), "datadiplomacy-benchmarks");

    public bool IsPostgres => Database == "postgres";

    public string ConnectionString => IsPostgres
        ? Connection ?? throw new ArgumentException("--database postgres needs --connection with the connection string of an empty database.")
        : $"Data Source={Path.Combine(Folder, "benchmark.db")}";

    public static BenchmarkOptions Parse(IReadOnlyList<string> args)
    {
        var options = new BenchmarkOptions();
        for (var i = 0; i + 1 < args.Count; i += 2)
        {
            var value = args[i + 1];
            options = args[i] switch
            {
                "--database" when value is "sqlite" or "postgres" => options with { Database = value },
                "--scale" => options with { Scale = int.Parse(value, CultureInfo.InvariantCulture) },
                "--seconds" => options with { Seconds = double.Parse(value, CultureInfo.InvariantCulture) },
                "--connection" => options with { Connection = value },
                "--only" => options with { Only = value },
                "--folder" => options with { Folder = value },
                _ => throw new ArgumentException($"Not understood: {args[i]} {value}. Known: --database sqlite|postgres --connection TEXT --scale N --seconds S --only ROUTE --folder PATH."),
            };
        }

        return options;
    }
}
