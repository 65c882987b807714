using DataDiplomacy.Api.Tests.Docs;

namespace DataDiplomacy.Api.Tests.Abuse;

/// <summary>The check itself finds what it is for.</summary>
public sealed class AnswerCheckTests
{
    private const string Document = """
        {
          "openapi": "3.1.1", "info": { "title": "T", "version": "1" },
          "paths": { "/a": { "get": { "operationId": "getA", "responses": {
            "200": { "description": "A", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A" } } } },
            "400": { "description": "R", "content": { "application/problem+json": { "schema": { "type": "object", "properties": { "type": { "type": "string" } }, "required": ["type"] } } } },
            "503": { "description": "R" } } } } },
          "components": { "schemas": { "A": { "type": "object", "required": ["id"], "properties": {
            "id": { "type": "string" }, "n": { "type": "integer" }, "inner": { "type": "array", "items": { "$ref": "#/components/schemas/A" } } } } } }
        }
        """;

    [Theory]
    [InlineData(200, "application/json", """{"id":"a","n":1,"inner":[{"id":"b"}]}""", null)]
    [InlineData(400, "application/problem+json", """{"type":"x"}""", null)]
    [InlineData(500, "application/problem+json", """{"type":"x"}""", "status 500")]
    [InlineData(503, null, "", "status 503")]
    [InlineData(404, "application/problem+json", """{"type":"x"}""", "status 404 is not declared")]
    [InlineData(400, "text/html", "no", "status 400 is text/html")]
    [InlineData(400, null, "", "status 400 is without a type")]
    [InlineData(400, "application/problem+json", "{}", "$ lacks type")]
    [InlineData(200, "application/json", "{", "the body is not JSON")]
    [InlineData(200, "application/json", """{"n":1}""", "$ lacks id")]
    [InlineData(200, "application/json", """{"id":7}""", "$.id is Integer, not String")]
    [InlineData(200, "application/json", """{"id":"a","inner":[{"id":"b","secret":1}]}""", "$.inner[0].secret is not declared")]
    public void Finds(int status, string? type, string body, string? fault)
    {
        var operation = DescribedDocument.Parse(Document).Operation("getA");

        AnswerCheck.Faults(operation, status, type, body).FirstOrDefault().ShouldBe(fault);
    }
}
