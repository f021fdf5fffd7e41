import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
assert logs[0].contains('[INFO] pipeline.json is up to date; only its formatting differs.')
assert logs[1].contains('pipeline.json differs in its formatting, which <strict> (-Dchalice.strict) does not allow:')

// Jackson's data binding costs more to load than both goals in all.
def classLogs = basedir.listFiles({ it.name ==~ /classes-\d+\.log/ } as FileFilter)
assert classLogs.size() == 2
classLogs*.readLines().each { lines ->
  ['io.github.chalicemaven.core.PipelineGenerator', 'io.github.chalicemaven.core.document.Drift',
      'com.fasterxml.jackson.core.JsonFactory'].each { name -> assert lines.any { it.contains(" $name source:") } : name }
  def binding = lines.findAll { it.contains(' com.fasterxml.jackson.databind.') }
  assert binding == []
  // Maven loads the class of each goal, and with the report's the interfaces that it names; no more of it.
  def report = lines.findAll {
    it =~ / (org\.apache\.maven\.doxia\.(?!sink\.Sink )|io\.github\.chalicemaven\.report\.(HtmlPage|Picture|Svg|Permissions))/
  }
  assert report == []
  // Nor do they notice the goals that deploy.
  def deployment = lines.findAll {
    it =~ / (software\.amazon|io\.github\.chalicemaven\.deploy\.(?!command\.DeployCommand))/
  }
  assert deployment == []
}
return true
