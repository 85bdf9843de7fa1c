using System.Xml.Linq;

namespace ContractToolkit.Architecture;

/// <summary>What a project file says about what it depends on.</summary>
internal sealed record ProjectFile(string Name, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages, IReadOnlyList<string> LinkedFolders)
{
    public static IReadOnlyList<ProjectFile> Product { get; } =
        Tree.Projects.Where(file => file.StartsWith("src/", StringComparison.Ordinal) || file.StartsWith("generators/", StringComparison.Ordinal))
            .Select(Load).ToList();

    private static ProjectFile Load(string file)
    {
        XDocument project = XDocument.Parse(Tree.Read(file));
        return new(
            Path.GetFileNameWithoutExtension(file),
            Includes(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).OfType<string>().ToList(),
            Includes(project, "PackageReference").ToList(),
            Includes(project, "Compile").Where(include => include.StartsWith("../../src/", StringComparison.Ordinal))
                .Select(include => include["../../src/".Length..include.IndexOf("/**", StringComparison.Ordinal)]).ToList());
    }

    private static IEnumerable<string> Includes(XDocument project, string item) =>
        project.Descendants(item).Where(element => element.Attribute("ReferenceOutputAssembly")?.Value != "false").Select(element => element.Attribute("Include")?.Value.Replace('\\', '/')).OfType<string>();
}
