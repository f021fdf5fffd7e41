import groovy.xml.XmlSlurper
import io.github.chalicemaven.it.InvokedProject

def logs = InvokedProject.logs(basedir)
assert logs.size() == 4
assert logs[0].contains('[INFO] Found the branch: next (Git)')
assert logs[0].contains('[INFO] +          <source>github:acme/orders</source>')
assert logs[0].contains('[INFO] Nothing was written. To do the same without a POM, run:')
assert logs[0] =~ /(?m)^\[INFO\]   mvn io\.github\.chalicemaven:chalice-maven-plugin:\S+:generate-pipeline -Dchalice\.pipelineVersion=v3 -Dchalice\.source=github:acme\/orders -Dchalice\.branch=next$/
assert !logs[0].contains('Wrote')
assert logs[1].contains('[INFO] --- /dev/null')
assert logs[1].contains('[INFO] Wrote pom.xml')
assert logs[2].contains('[INFO] Wrote target/pipeline.json')
assert logs[3].contains('[INFO] The POM already has the plugin (in <build><plugins>). Nothing to change.')
assert logs.every { !it.contains('s3cret') }

def pom = new XmlSlurper().parse(new File(basedir, 'pom.xml'))
assert pom.artifactId == 'orders'
def source = InvokedProject.read(new File(basedir, 'target/pipeline.json')).Resources.AppPipeline.Properties.Stages[0].Actions[0]
assert source.Configuration.FullRepositoryId == 'acme/orders'
assert source.Configuration.BranchName == 'next'
return true
