import io.github.chalicemaven.it.InvokedProject

InvokedProject.sampleApp(basedir)
def pom = new File(basedir, 'pom.xml').text
new File(basedir, 'edited-pom.xml').text = pom
    .replace('<approval/>', '<approval/>\n              <rolePath>/deployed/</rolePath>')
    .replace('</stages>', '<stage><name>live</name><account>777788889999</account></stage></stages>')
new File(basedir, 'pipeline-target-999900001111.json').text = '{}'
return true
