/// The version of the tool: `apus --version`, and the manifest of what it wrote.
package let apusVersion = "0.1.0"
