using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Ingestor.Contract;

/// <summary>The JSON Schema of a message, from its type and the options it is read and written with.</summary>
internal static class MessageSchema
{
    private static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Transform };

    /// <summary>What we read: fields that may be absent are not required.</summary>
    public static JsonNode OfIncoming(Type message) => Export(message);

    /// <summary>What we write: every field is there, null where it has no value.</summary>
    public static JsonNode OfOutgoing(Type message)
    {
        var schema = Export(message);
        RequireAll(schema);
        return schema;
    }

    private static JsonNode Export(Type message)
    {
        var schema = WireJson.Options.GetJsonSchemaAsNode(message, Exporting);
        schema["description"] = Summaries.OfType(message);
        return schema;
    }

    private static JsonNode Transform(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (Time(context) is { } time)
            schema = time;
        if (context.PropertyInfo is not { AttributeProvider: PropertyInfo { DeclaringType: { } type } property } || schema is not JsonObject field)
            return schema;

        FieldLimits.Add(field, type, property.Name);
        field.Insert(0, "description", Summaries.OfProperty(type, property.Name));
        return field;
    }

    /// <summary>Times have a converter of their own, which the exporter cannot look into.</summary>
    private static JsonObject? Time(JsonSchemaExporterContext context)
    {
        if ((Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type) != typeof(DateTimeOffset))
            return null;

        var nullable = context.PropertyInfo is { IsGetNullable: true };
        return new JsonObject { ["type"] = nullable ? new JsonArray("string", "null") : "string", ["format"] = "date-time" };
    }

    private static void RequireAll(JsonNode? schema)
    {
        if (schema is not JsonObject node)
            return;
        if (node["properties"] is JsonObject properties)
        {
            node["required"] = new JsonArray([.. properties.Select(property => (JsonNode?)property.Key)]);
            foreach (var (_, property) in properties)
                RequireAll(property);
        }

        RequireAll(node["items"]);
    }
}
