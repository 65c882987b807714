using System.Text;
using DataDiplomacy.Core.Standards.Dcat;

namespace DataDiplomacy.Core.Tests.Standards.Dcat;

public sealed class SchemaOrgDatasetTests
{
    [Fact]
    public void Writes_what_search_engines_read()
    {
        var json = Encoding.UTF8.GetString(SchemaOrgDataset.Write(Given.Newest()));

        json.ShouldBe("""
            {
              "@context": "https://schema.org",
              "@type": "Dataset",
              "@id": "https://data.example/datasets/7/versions/2",
              "identifier": "river-levels/2",
              "name": [
                {
                  "@value": "River levels",
                  "@language": "en"
                },
                {
                  "@value": "Pegelstände \"alt & neu\"",
                  "@language": "de"
                }
              ],
              "description": "Daily gauge levels,\nchecked by hand \\ and eye.",
              "url": "https://data.example/pages/7",
              "version": "2",
              "isBasedOn": [
                "https://data.example/datasets/7/versions/1",
                "https://data.example/datasets/6/versions/9"
              ],
              "license": "https://creativecommons.org/licenses/by/4.0/",
              "conditionsOfAccess": "http://publications.europa.eu/resource/authority/access-right/PUBLIC",
              "usageInfo": "https://data.example/policies/9",
              "keywords": [
                {
                  "@value": "river",
                  "@language": "en"
                },
                {
                  "@value": "Fluss",
                  "@language": "de"
                }
              ],
              "datePublished": "2026-11-01",
              "dateModified": "2026-11-30T09:30:00Z",
              "temporalCoverage": "2000-01-01/2026-10-31",
              "spatialCoverage": "Austria",
              "creator": {
                "@type": "Person",
                "name": "Ana Souza"
              },
              "publisher": {
                "@type": "Organization",
                "@id": "https://data.example/agents/4",
                "name": "River Authority"
              },
              "distribution": {
                "@type": "DataDownload",
                "@id": "https://data.example/datasets/7/versions/2/csv",
                "name": "CSV",
                "encodingFormat": "text/csv",
                "contentUrl": "https://data.example/d/7.2.csv",
                "contentSize": "169830 B",
                "sha256": "bdd87c76243ea958c2e39146267f16f614691b75dfb3ce6cc8cfe5be1a3fc31a",
                "license": "https://creativecommons.org/licenses/by/4.0/"
              }
            }
            """);
    }

    [Fact]
    public void Leaves_out_what_is_not_known()
    {
        var json = Encoding.UTF8.GetString(SchemaOrgDataset.Write(new() { Iri = null, Titles = [new("Levels", null)] }));

        json.ShouldBe("""
            {
              "@context": "https://schema.org",
              "@type": "Dataset",
              "name": "Levels"
            }
            """);
    }
}
