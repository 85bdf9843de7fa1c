using System.Reflection;
using System.Text;
using ContractToolkit.CSharp.Clients;
using ContractToolkit.CSharp.Naming;
using ContractToolkit.Exchange;
using ContractToolkit.Http;
using ContractToolkit.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>Arguments for the methods of generated clients, made to conform to the contract.</summary>
internal sealed class ConformingArguments(Contract contract, ulong seed)
{
    private static readonly MethodInfo read = typeof(ConformingArguments).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;
    private readonly InstanceGenerator generator = new(new SchemaPlans(contract.Schemas));

    /// <summary>The arguments; null where one of them is of a kind that cannot be made here, or that nothing conforms to.</summary>
    public object?[]? For(Operation operation, MethodInfo method)
    {
        var values = new List<object?>();
        foreach (ParameterInfo parameter in method.GetParameters())
        {
            if (parameter.ParameterType == typeof(CancellationToken)) values.Add(CancellationToken.None);
            else if (parameter.HasDefaultValue) values.Add(null);
            else if (Value(operation, parameter) is { } value) values.Add(value);
            else return null;
        }

        return [.. values];
    }

    private object? Value(Operation operation, ParameterInfo target)
    {
        if (target.Name == "body") return Body(operation, target.ParameterType);
        Parameter? parameter = operation.Parameters.FirstOrDefault(candidate => Identifiers.Lower(Identifiers.Pascal(candidate.Name)) == target.Name);
        if ((parameter?.Schema ?? parameter?.Content?.Schema) is not { } schema) return target.ParameterType == typeof(string) ? "x" : null;
        return Instance(schema, target.ParameterType, InstanceVariant.Full) switch
        {
            "" or byte[] { Length: 0 } => null,
            JsonValue any when parameter!.In == ParameterLocation.Path && any.Kind is not (System.Text.Json.JsonValueKind.Number or System.Text.Json.JsonValueKind.True) => null,
            { } value => value,
            _ => null,
        };
    }

    private object? Body(Operation operation, Type type)
    {
        if (type == typeof(BinaryContent)) return Bytes(operation);
        foreach (MediaType media in operation.RequestBody?.Content ?? default)
        {
            if (BodyKinds.Of(media.Name) is not (BodyKind.Json or BodyKind.Form or BodyKind.Text)) continue;
            if (media.Schema is not { } schema) return type == typeof(JsonValue) ? JsonValue.Parse("{}") : type == typeof(string) ? "x" : null;
            if (Instance(schema, type, BodyKinds.Of(media.Name) == BodyKind.Form ? InstanceVariant.Full : InstanceVariant.Minimal) is { } value) return value;
        }

        return null;
    }

    /// <summary>Bytes; JSON where the schema says that they have members or items.</summary>
    private BinaryContent Bytes(Operation operation)
    {
        MediaType media = operation.RequestBody!.Content.First(content => BodyKinds.Of(content.Name) == BodyKind.Binary);
        byte[]? json = media.Schema is { } schema ? Generate(schema, InstanceVariant.Minimal) : null;
        return BinaryContent.From(json is [(byte)'{' or (byte)'[', ..] ? json : [1, 2]);
    }

    private byte[]? Generate(Schema schema, InstanceVariant variant) =>
        generator.Generate(schema, new GenerationOptions { Seed = seed, Variant = variant, Direction = ContractToolkit.Validation.Direction.Request }).Json;

    private object? Instance(Schema schema, Type type, InstanceVariant variant)
    {
        byte[]? json = Generate(schema, variant);
        return json is null ? null : Make(type, JsonValue.Parse(json));
    }

    private static object? Make(Type type, JsonValue json)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Make(inner, json);
        if (type == typeof(JsonValue)) return json;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>)) return List(type, json);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(JsonMap<>)) return Map(type, json);
        if (type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IJsonCodec<>))) return read.MakeGenericMethod(type).Invoke(null, [json]);
        return Scalar(type, json);
    }

    private static object? Scalar(Type type, JsonValue json)
    {
        bool text = json.Kind == System.Text.Json.JsonValueKind.String;
        if (type == typeof(string)) return text ? json.GetString() : null;
        if (type == typeof(byte[])) return Convert.FromBase64String(json.GetString());
        if (type == typeof(bool)) return json.GetBoolean();
        if (type == typeof(long)) return text ? long.Parse(json.GetString(), System.Globalization.CultureInfo.InvariantCulture) : json.GetInt64();
        if (type == typeof(int)) return text ? null : (int)json.GetInt64();
        if (type == typeof(double)) return json.GetDouble();
        if (type == typeof(float)) return (float)json.GetDouble();
        if (type == typeof(decimal)) return text ? null : json.GetDecimal();
        if (!text) return null;
        string value = json.GetString();
        if (type == typeof(Guid)) return Guid.Parse(value);
        if (type == typeof(Uri)) return new Uri(value, UriKind.RelativeOrAbsolute);
        if (type == typeof(DateOnly)) return DateOnly.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        return type == typeof(DateTimeOffset) ? DateTimeOffset.Parse(value, System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    private static object? List(Type type, JsonValue json)
    {
        Type item = type.GetGenericArguments()[0];
        object?[] items = [.. json.Items().Select(value => Make(item, value))];
        Array array = Array.CreateInstance(item, items.Length);
        for (int i = 0; i < items.Length; i++) array.SetValue(items[i], i);
        return Activator.CreateInstance(type, BindingFlags.Instance | BindingFlags.NonPublic, null, [array], null);
    }

    private static object? Map(Type type, JsonValue json)
    {
        object map = Activator.CreateInstance(type)!;
        MethodInfo add = type.GetMethod("Add")!;
        foreach (KeyValuePair<string, JsonValue> member in json.Members()) add.Invoke(map, [member.Key, Make(type.GetGenericArguments()[0], member.Value)]);
        return map;
    }

    private static object Read<T>(JsonValue json)
        where T : IJsonCodec<T>
    {
        var cursor = new JsonCursor(json.Utf8);
        return T.Read(ref cursor)!;
    }
}
