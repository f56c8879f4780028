/// Every field of every object of OpenAPI 3.2, in valid use.
enum EveryField {
    static let document = """
        openapi: 3.2.0
        $self: https://example.com/api/openapi.yaml
        jsonSchemaDialect: https://spec.openapis.org/oas/3.2/dialect
        info:
          title: Pets
          summary: All about pets
          description: A *shop*
          termsOfService: https://example.com/terms
          contact: {name: Ann, url: https://example.com, email: ann@example.com}
          license: {name: MIT, identifier: MIT, url: https://example.com/mit}
          version: 1.2.3
        servers:
          - url: https://{region}.example.com
            description: Production
            name: main
            variables:
              region: {enum: [eu, us], default: eu, description: Where}
        tags:
          - {name: pets, summary: Pets, description: Of all kinds, externalDocs: {url: https://example.com/pets}}
          - {name: cats, parent: pets, kind: nav}
        security: [{key: []}, {oauth: [read, write]}, {}]
        externalDocs: {url: https://example.com/docs, description: More}
        x-origin: hand
        paths:
          /pets/{id}:
            summary: One pet
            description: By its number
            servers: [{url: /v2}]
            parameters:
              - {name: id, in: path, required: true, style: label, explode: true, schema: {type: integer}}
            get:
              tags: [pets]
              summary: Find
              description: Finds a pet
              externalDocs: {url: https://example.com/find}
              operationId: findPet
              parameters:
                - $ref: '#/components/parameters/filter'
                - {name: raw, in: querystring, content: {application/json: {schema: {type: object}}}}
                - name: session
                  in: cookie
                  style: cookie
                  description: Who asks
                  deprecated: true
                  schema: {type: string}
                  example: abc
              responses:
                '200': {$ref: '#/components/responses/Found', summary: Yes, description: It is there}
                4XX: {description: No}
                default: {description: Else}
              callbacks:
                changed: {$ref: '#/components/callbacks/changed'}
              deprecated: true
              security: []
              servers: [{url: /v3}]
            query:
              requestBody: {$ref: '#/components/requestBodies/Pet'}
              responses: {'204': {description: Done}}
            additionalOperations:
              COPY: {responses: {'204': {description: Copied}}}
        webhooks:
          born:
            post: {requestBody: {content: {application/json: {}}}, responses: {'200': {description: Thanks}}}
        components:
          schemas:
            Pet: {type: object}
          parameters:
            filter:
              name: filter
              in: query
              description: Which ones
              allowEmptyValue: true
              allowReserved: true
              style: deepObject
              explode: false
              schema: {type: object}
              examples:
                all: {$ref: '#/components/examples/all'}
          responses:
            Found:
              summary: Found
              description: Here it is
              headers:
                X-Rate: {$ref: '#/components/headers/Rate'}
              content:
                application/json: {schema: {$ref: '#/components/schemas/Pet'}, example: {name: Tom}}
                text/event-stream: {$ref: '#/components/mediaTypes/events'}
              links:
                next: {$ref: '#/components/links/next'}
          examples:
            all:
              summary: All
              description: Of them
              dataValue: {a: 1}
              serializedValue: a=1
            old: {value: null}
            far: {externalValue: https://example.com/example.json}
          requestBodies:
            Pet:
              description: The pet
              required: true
              content:
                multipart/form-data:
                  schema: {type: object}
                  encoding:
                    photo:
                      contentType: image/png
                      headers: {X-Size: {schema: {type: integer}}}
                      style: form
                      explode: true
                      allowReserved: true
                    parts:
                      encoding: {inner: {contentType: text/plain}}
                    list:
                      prefixEncoding: [{contentType: text/plain}]
                      itemEncoding: {contentType: image/png}
                multipart/mixed:
                  prefixEncoding: [{contentType: application/json}]
                  itemEncoding: {contentType: image/png}
          headers:
            Rate:
              description: How often
              required: true
              deprecated: true
              style: simple
              explode: true
              schema: {type: integer}
              example: 5
          securitySchemes:
            key: {type: apiKey, name: X-Key, in: header, description: Ask us, deprecated: true}
            basic: {type: http, scheme: Basic}
            bearer: {type: http, scheme: bearer, bearerFormat: JWT}
            tls: {type: mutualTLS}
            openid: {type: openIdConnect, openIdConnectUrl: https://example.com/id}
            oauth:
              type: oauth2
              oauth2MetadataUrl: https://example.com/meta
              flows:
                implicit: {authorizationUrl: https://a, refreshUrl: https://r, scopes: {read: Read}}
                password: {tokenUrl: https://t, scopes: {}}
                clientCredentials: {tokenUrl: https://t, scopes: {}}
                authorizationCode: {authorizationUrl: https://a, tokenUrl: https://t, scopes: {}}
                deviceAuthorization: {deviceAuthorizationUrl: https://d, tokenUrl: https://t, scopes: {}}
          links:
            next:
              operationId: findPet
              parameters: {id: $response.body#/next}
              requestBody: {a: 1}
              description: The next one
              server: {url: /next}
            far: {operationRef: '#/paths/~1pets~1{id}/get'}
          callbacks:
            changed:
              '{$request.query.url}':
                post: {responses: {'200': {description: Thanks}}}
          pathItems:
            shared: {get: {responses: {'200': {description: Done}}}}
          mediaTypes:
            events: {itemSchema: {type: object}, examples: {one: {dataValue: 1}}}
        """
}
