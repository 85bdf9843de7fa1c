extern alias gen;

using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using gen::ContractToolkit.Generator;

namespace ContractToolkit.Generator;

/// <summary>
/// Reads the compiled generator, linked sources included, for what it refers to: a generator touches no disk and no network, and its output
/// depends on nothing but documents and options.
/// </summary>
public sealed class ForbiddenCallTests
{
    private static readonly string[] Assemblies =
        ["netstandard", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "System.Memory", "System.Buffers", "System.Runtime.CompilerServices.Unsafe", "System.Threading.Tasks.Extensions", "YamlDotNet"];

    private static readonly string[] Types =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.StreamWriter",
        "System.Console", "System.Random", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Threading.Thread", "System.Reflection.Assembly",
        "System.Activator",
    ];

    // Guid.NewGuid stays allowed: it seeds the hash of member names against flooding, which no output can show.
    private static readonly string[] Members =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Globalization.CultureInfo.get_CurrentCulture", "System.Globalization.CultureInfo.get_CurrentUICulture",
        "System.String.ToUpper", "System.String.ToLower", "System.Char.ToUpper", "System.Char.ToLower", "System.IO.Path.GetFullPath", "System.IO.Path.GetTempPath",
        "System.StringComparer.get_CurrentCulture", "System.TimeZoneInfo.get_Local",
        "System.Environment.GetEnvironmentVariable", "System.Environment.get_NewLine", "System.Environment.get_CurrentDirectory", "System.Environment.get_MachineName",
        "System.Environment.get_UserName", "System.Environment.get_TickCount", "System.Environment.get_ProcessorCount",
    ];

    private static readonly string[] NeedAProvider = ["System.Double", "System.Single", "System.Decimal", "System.DateTime", "System.DateTimeOffset", "System.TimeSpan", "System.Numerics.BigInteger"];

    [Fact]
    public void The_generator_refers_only_to_assemblies_that_the_compiler_has() =>
        Assert.Empty(Read(reader => reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))).Except(Assemblies));

    [Fact]
    public void The_generator_uses_no_disk_no_network_no_process_and_no_chance() =>
        Assert.Empty(Read(reader => reader.TypeReferences.Select(handle => NameOf(reader, handle)))
            .Where(name => Types.Contains(name) || name.StartsWith("System.Net.", StringComparison.Ordinal)));

    [Fact]
    public void The_generator_asks_neither_clock_nor_culture() => Assert.Empty(Calls().Select(call => call.Name).Intersect(Members));

    [Fact]
    public void Numbers_and_dates_are_written_and_read_with_a_culture_named() =>
        Assert.Empty(Calls().Where(call => NeedAProvider.Any(type => call.Name == type + ".ToString" || call.Name == type + ".Parse") && call.Parameters < 2 && !call.HasProvider).Select(call => call.Name));

    private static IReadOnlyList<Call> Calls() => Read(reader => reader.MemberReferences.Select(handle => CallOf(reader, reader.GetMemberReference(handle))).OfType<Call>());

    private static Call? CallOf(MetadataReader reader, MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeReference || member.GetKind() != MemberReferenceKind.Method) return null;
        MethodSignature<string> signature = member.DecodeMethodSignature(new TypeNames(), null);
        string name = NameOf(reader, (TypeReferenceHandle)member.Parent) + "." + reader.GetString(member.Name);
        return new(name, signature.ParameterTypes.Length, signature.ParameterTypes.Contains("System.IFormatProvider"));
    }

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        TypeReference type = reader.GetTypeReference(handle);
        return reader.GetString(type.Namespace) + "." + reader.GetString(type.Name);
    }

    private static IReadOnlyList<T> Read<T>(Func<MetadataReader, IEnumerable<T>> query)
    {
        using PEReader file = new(File.OpenRead(typeof(ContractGenerator).Assembly.Location));
        return query(file.GetMetadataReader()).ToList();
    }

    private sealed record Call(string Name, int Parameters, bool HasProvider);
}
