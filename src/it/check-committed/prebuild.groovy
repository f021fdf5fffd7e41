import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
def pom = new File(basedir, 'pom.xml').text
new File(basedir, 'edited-pom.xml').text = pom.replace('<pipelineFile>', '<branch>main</branch>\n          <pipelineFile>')
return true
