'use strict';

const example = `# Welcome. Every number here knows
# where it came from and since when.
#
# Ctrl+Enter runs the query,
# Ctrl+Space completes a name,
# the book at the top left is the schema.
#
# Renewable energy, share of the total
# final consumption (SDG 7.2.1):
{
  series(code: "EG_FEC_RNEW") {
    code
    title
    areas(first: 5) {
      nodes {
        area {
          code
          name
        }
        latest {
          period
          value
          recordedAt
        }
      }
    }
  }
}
`;

// Relative to /graphiql, so that it also works behind a path prefix.
const fetcher = GraphiQL.createFetcher({
  url: new URL('graphql', document.baseURI).href,
  headers: { Accept: 'application/graphql-response+json, application/json;q=0.9' },
});

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultQuery: example,
    // Keys belong to the tab, not to the browser's storage.
    shouldPersistHeaders: false,
    showPersistHeadersSettings: false,
  }, React.createElement(GraphiQL.Logo, null, React.createElement('a', { className: 'home', href: new URL('.', document.baseURI).href }, 'DataDiplomacy'))),
);
