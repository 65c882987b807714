using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>What a node of a graph is in a catalogue.</summary>
internal enum DcatNodeKind
{
    Catalog,
    Series,
    Dataset,
    Service,
    Distribution,
    Record,
}

/// <summary>Tells the entries of a catalogue by their class, or by what is said of them when no class is.</summary>
internal static class DcatNodeKinds
{
    // The first that fits: a series or a catalogue is a data set too (DCAT 3, 6.3 and 6.7).
    private static readonly (string Class, DcatNodeKind Kind)[] ByClass =
    [
        (Iris.CatalogClass, DcatNodeKind.Catalog),
        (Iris.SeriesClass, DcatNodeKind.Series),
        (Iris.ServiceClass, DcatNodeKind.Service),
        (Iris.DatasetClass, DcatNodeKind.Dataset),
        (Iris.DistributionClass, DcatNodeKind.Distribution),
        (Iris.RecordClass, DcatNodeKind.Record),
        (Iris.ResourceClass, DcatNodeKind.Dataset),
        (Iris.SchemaOrg + "Dataset", DcatNodeKind.Dataset),
        (Iris.SchemaOrgSecure + "Dataset", DcatNodeKind.Dataset),
        (Iris.SchemaOrg + "DataDownload", DcatNodeKind.Distribution),
        (Iris.SchemaOrgSecure + "DataDownload", DcatNodeKind.Distribution),
    ];

    public static string[] Classes(DcatNodeKind kind) => [.. ByClass.Where(each => each.Kind == kind).Select(each => each.Class)];

    public static OrderedDictionary<RdfTerm, DcatNodeKind> Of(RdfGraph graph)
    {
        var kinds = new OrderedDictionary<RdfTerm, DcatNodeKind>();
        var referred = graph.Triples.Select(triple => triple.Object).Where(value => !value.IsLiteral).ToHashSet();
        foreach (var subject in graph.Subjects)
        {
            if (KindOf(graph, subject, referred.Contains(subject)) is { } kind) kinds[subject] = kind;
        }
        return kinds;
    }

    private static DcatNodeKind? KindOf(RdfGraph graph, RdfTerm subject, bool isReferredTo)
    {
        var types = graph.Objects(subject, RdfGraph.Type);
        foreach (var (type, kind) in ByClass)
        {
            // To be called a resource and nothing else is to be the topic of a record, described elsewhere.
            if (types.Any(each => each.Value == type)) return type == Iris.ResourceClass && graph.Predicates(subject).Count == 1 ? null : kind;
        }
        if (types.Count > 0) return null;
        if (Says(graph, subject, Iris.AccessUrl) || Says(graph, subject, Iris.DownloadUrl)) return DcatNodeKind.Distribution;
        if (Says(graph, subject, Iris.Distribution) || Says(graph, subject, Iris.InSeries)) return DcatNodeKind.Dataset;
        // Published examples leave the class out where the title alone stands for a data set; what others refer to may be anything.
        return Says(graph, subject, Iris.Title) && !isReferredTo ? DcatNodeKind.Dataset : null;
    }

    private static bool Says(RdfGraph graph, RdfTerm subject, string predicate) => graph.Objects(subject, predicate).Count > 0;
}
