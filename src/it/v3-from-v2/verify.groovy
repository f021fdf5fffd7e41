import io.github.chalicemaven.it.InvokedProject

def v2 = InvokedProject.read(new File(basedir, 'target/v2.json'))
def v3 = InvokedProject.read(new File(basedir, 'target/v3.json'))

def suffix(name) {
  name.Ref ? '' : name['Fn::Sub'] - '${ApplicationName}'
}

// The inline policy of v2's build role is a managed policy in v3; everything else is in both.
assert v2.Resources.keySet() - v3.Resources.keySet() == ['CodeBuildPolicy'] as Set
v2.Resources.findAll { id, resource -> v3.Resources.containsKey(id) }.each { id, resource ->
  assert v3.Resources[id].Type == resource.Type
}
['AppPackageBuild': 'Name', 'AppPipeline': 'Name', 'SourceRepository': 'RepositoryName'].each { id, property ->
  assert v3.Resources[id].Properties[property] == "${v2.Parameters.ApplicationName.Default}${suffix(v2.Resources[id].Properties[property])}"
}
['SourceRepository', 'ArtifactBucketStore', 'ApplicationBucket'].each { id ->
  assert v3.Resources[id].DeletionPolicy == (id == 'SourceRepository' ? 'RetainExceptOnCreate' : 'Retain')
  assert v3.Resources[id].UpdateReplacePolicy == 'Retain'
}
assert v3.Outputs.keySet().containsAll(v2.Outputs.keySet())
assert !v3.Parameters
return true
