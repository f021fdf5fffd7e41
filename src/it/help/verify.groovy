import groovy.xml.XmlSlurper
import io.github.chalicemaven.it.InvokedProject

def inOneLine = { text -> text.replaceAll(/\s+/, ' ') }
def (help, described) = InvokedProject.logs(basedir)
def descriptor = new XmlSlurper().parse(new File(basedir, '../../classes/META-INF/maven/plugin.xml'))
descriptor.mojos.mojo.each { mojo ->
  assert help.contains("\nchalice:${mojo.goal}\n")
  mojo.parameters.parameter.findAll { it.editable == 'true' }.each { parameter ->
    assert help =~ /(?m)^ {4}${parameter.name}\b/
    def description = parameter.description.text().replace('<br/>', '\n')
    new XmlSlurper().parseText("<html>${description}</html>").'**'.findAll { it.name() == 'pre' }.each {
      def example = it.text().trim()
      assert inOneLine(help).contains(inOneLine(example))
      assert inOneLine(described).contains(inOneLine(example))
    }
  }
}
assert help.contains('User property: chalice.pipelineVersion')
assert described.contains('User property: chalice.pipelineVersion')
assert described =~ /\n *<stages>\n *<stage>\n *<name>beta<\/name>\n/
return true
