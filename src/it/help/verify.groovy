import groovy.xml.XmlSlurper
import io.github.chalicemaven.it.InvokedProject

def log = InvokedProject.logs(basedir)[0]
def descriptor = new XmlSlurper().parse(new File(basedir, '../../classes/META-INF/maven/plugin.xml'))
descriptor.mojos.mojo.each { mojo ->
  assert log.contains("\nchalice:${mojo.goal}\n")
  mojo.parameters.parameter.findAll { it.editable == 'true' }.each { parameter ->
    assert log =~ /(?m)^ {4}${parameter.name}\b/
  }
}
assert log.contains('User property: chalice.pipelineVersion')
return true
