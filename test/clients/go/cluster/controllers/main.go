// Command controllers stands in for kube-controller-manager and kubelet in a cluster of plain processes.
//
// It runs Kubernetes' own garbage collector, namespace and service account controllers, and reports every workload as ready as soon as it is written:
// no pod ever runs. That is all that a KubeVela addon needs to become `enabled`.
package main

import (
	"context"
	"flag"
	"os/signal"
	"syscall"
	"time"

	"k8s.io/client-go/discovery/cached/memory"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/metadata"
	"k8s.io/client-go/metadata/metadatainformer"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/restmapper"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/controller-manager/pkg/informerfactory"
	"k8s.io/klog/v2"
	"k8s.io/kubernetes/pkg/controller/garbagecollector"
	"k8s.io/kubernetes/pkg/controller/namespace"
	"k8s.io/kubernetes/pkg/controller/serviceaccount"

	corev1 "k8s.io/api/core/v1"
)

const (
	resyncPeriod   = 10 * time.Minute
	discoveryEvery = 5 * time.Second
	workers        = 4
)

func main() {
	kubeconfig := flag.String("kubeconfig", "", "path of the kubeconfig file")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	config, err := clientcmd.BuildConfigFromFlags("", *kubeconfig)
	if err != nil {
		klog.Fatal(err)
	}
	config.QPS, config.Burst = 200, 400
	if err := run(ctx, config); err != nil {
		klog.Fatal(err)
	}
}

// run starts all controllers and returns when ctx ends.
func run(ctx context.Context, config *rest.Config) error {
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	metadataClient, err := metadata.NewForConfig(config)
	if err != nil {
		return err
	}
	typed := informers.NewSharedInformerFactory(client, resyncPeriod)
	untyped := metadatainformer.NewSharedInformerFactory(metadataClient, resyncPeriod)
	started := make(chan struct{})

	factory := informerfactory.NewInformerFactory(typed, untyped)
	mapper := restmapper.NewDeferredDiscoveryRESTMapper(memory.NewMemCacheClient(client.Discovery()))
	graph := garbagecollector.NewDependencyGraphBuilder(ctx, metadataClient, mapper, garbagecollector.DefaultIgnoredResources(), factory, started)
	collector, err := garbagecollector.NewComposedGarbageCollector(ctx, client, metadataClient, mapper, graph)
	if err != nil {
		return err
	}
	namespaces := namespace.NewNamespaceController(ctx, client, metadataClient, client.Discovery().ServerPreferredNamespacedResources,
		typed.Core().V1().Namespaces(), resyncPeriod, corev1.FinalizerKubernetes)
	accounts, err := serviceaccount.NewServiceAccountsController(typed.Core().V1().ServiceAccounts(), typed.Core().V1().Namespaces(), client,
		serviceaccount.DefaultServiceAccountsControllerOptions())
	if err != nil {
		return err
	}
	if err := reportWorkloadsReady(ctx, client, typed); err != nil {
		return err
	}

	go collector.Run(ctx, workers)
	go collector.Sync(ctx, client.Discovery(), discoveryEvery)
	go namespaces.Run(ctx, workers)
	go accounts.Run(ctx, 1)
	typed.Start(ctx.Done())
	untyped.Start(ctx.Done())
	close(started)
	<-ctx.Done()
	return nil
}
