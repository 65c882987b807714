'use strict';

// Swagger UI fills every field that has an example and sends all of them, so that a first try would ask for a cursor that does not exist.
// Here it fills what is needed and shows the other examples in words.
function fillOnlyWhatIsNeeded(api) {
  const parameters = Object.values(api.paths).flatMap(path => Object.values(path)).flatMap(operation => operation.parameters ?? []);
  for (const p of parameters.filter(p => !p.required && p.example !== undefined)) {
    const isObject = p.schema.type === 'object';
    p.description += ' Example: ' + (isObject ? JSON.stringify(p.example) : [p.example].flat().join());
    if (isObject) p.example = {};
    else delete p.example;
  }
  return api;
}

const description = new URL('../openapi/v1.json', document.baseURI).href;

SwaggerUIBundle({
  url: description,
  dom_id: '#swagger-ui',
  deepLinking: true,
  tryItOutEnabled: true,
  // No other host learns what is looked at here.
  validatorUrl: null,
  responseInterceptor: response => {
    if (response.url === description && response.ok) response.text = JSON.stringify(fillOnlyWhatIsNeeded(JSON.parse(response.text)));
    return response;
  },
});
