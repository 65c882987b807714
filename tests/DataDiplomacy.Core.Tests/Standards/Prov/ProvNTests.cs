using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Core.Tests.Standards.Prov;

public sealed class ProvNTests
{
    /// <summary>The forms of PROV-N (W3C Recommendation, 2013), sections 3.1 to 3.8, written by hand.</summary>
    [Fact]
    public void Writes_each_kind_of_statement()
    {
        var document = ProvJsonTests.Read("""
            {"prefix":{"x":"https://x/","default":"https://d/"},
             "entity":{"x:v2":{},"x:v3":{"prov:type":[{"$":"prov:Plan","type":"prov:QUALIFIED_NAME"},{"$":"7","type":"xsd:int"}],"prov:label":[{"$":"eau","lang":"fr"},"say \"no\"\\\n"]},"plain":{}},
             "activity":{"x:clean":{"prov:startTime":"2026-11-01T10:00:00Z"},"x:idle":{}},
             "agent":{"x:org":{}},
             "wasGeneratedBy":{"x:g1":{"prov:entity":"x:v3","prov:activity":"x:clean"}},
             "used":{"_:u1":{"prov:activity":"x:clean","prov:entity":"x:v2","prov:time":"2026-11-01T10:01:00Z"}},
             "wasStartedBy":{"_:s1":{"prov:activity":"x:clean","prov:trigger":"x:v2"}},
             "wasDerivedFrom":{"x:d1":{"prov:generatedEntity":"x:v3","prov:usedEntity":"x:v2","prov:activity":"x:clean","prov:generation":"x:g1","prov:usage":"x:u1"}},
             "wasAssociatedWith":{"_:a1":{"prov:activity":"x:clean","prov:agent":"x:org","prov:role":"processor"}},
             "specializationOf":{"_:sp":{"prov:specificEntity":"x:cell(1,2)","prov:generalEntity":"x:v3"},"x:named":{"prov:specificEntity":"x:c","prov:generalEntity":"x:v3"}},
             "hadMember":{"_:m":{"prov:collection":"x:all","prov:entity":["x:v2","x:v3"]}},
             "bundle":{"x:b":{"agent":{"x:org":{}}}}}
            """);

        ProvNWriter.Write(document).ShouldBe("""
            document
              default <https://d/>
              prefix x <https://x/>
              prefix provext <http://openprovenance.org/prov/extension#>

              entity(x:v2)
              entity(x:v3, [prov:type='prov:Plan', prov:type="7" %% xsd:int, prov:label="eau"@fr, prov:label="say \"no\"\\\n"])
              entity(plain)
              activity(x:clean, 2026-11-01T10:00:00Z, -)
              activity(x:idle)
              agent(x:org)
              wasGeneratedBy(x:g1; x:v3, x:clean, -)
              used(x:clean, x:v2, 2026-11-01T10:01:00Z)
              wasStartedBy(x:clean, x:v2, -, -)
              wasDerivedFrom(x:d1; x:v3, x:v2, x:clean, x:g1, x:u1)
              wasAssociatedWith(x:clean, x:org, -, [prov:role="processor"])
              specializationOf(x:cell\(1\,2\), x:v3)
              provext:specializationOf(x:named; x:c, x:v3)
              hadMember(x:all, x:v2)
              hadMember(x:all, x:v3)

              bundle x:b
                agent(x:org)
              endBundle
            endDocument

            """.ReplaceLineEndings("\n"));
    }
}
